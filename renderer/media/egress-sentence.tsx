import { useTranslation } from 'react-i18next';
import type { Egress } from '../../main/contract/egress';
import type { FormValues } from '../../main/contract/form';
import { Finding } from '../ui/marks';
import { safeString } from '../ui/safe-text';
import { timesIn } from '../ui/times';
import type { Method } from './use-egress-start';

type Props = { method: Method; values: FormValues; running: Egress[]; storage: string; onShow: (id: string) => void };
const subjects = {
  RoomComposite: 'room_name',
  Participant: 'identity',
  TrackComposite: 'room_name',
  Track: 'track_id',
  Web: 'url',
} as const;

type FileKind = 'file' | 'segments' | 'images';
/** What is written, by format where the path tells it; none where it only streams. */
function formatsOf(method: Method, values: FormValues, words: (kind: FileKind) => string): string[] {
  if (method === 'Track') return values.output_kind === 'websocket' ? [] : [words('file')];
  const { outputs } = values;
  const chosen = (['file', 'segments', 'images'] as const).filter((kind) => Array.isArray(outputs) && outputs.includes(kind));
  const ending = /\.(mp4|ogg|mp3)$/i.exec(String(values['file_outputs.0.filepath'] ?? '').trim())?.[1];
  const type = String(values['file_outputs.0.file_type'] ?? 'DEFAULT_FILETYPE');
  const format = type === 'DEFAULT_FILETYPE' ? ending?.toUpperCase() : type;
  return chosen.map((kind) => (kind === 'file' && format ? format : words(kind)));
}
const streamsOf = (method: Method, { outputs, 'stream_outputs.0.urls': urls = '' }: FormValues): number =>
  method !== 'Track' && Array.isArray(outputs) && outputs.includes('stream')
    ? String(urls)
        .split('\n')
        .filter((line) => line.trim()).length
    : 0;

/** What the form will do, in one sentence, and whether the room is recorded already. */
/** `storage`: where files go, in words. */
export function EgressSentence({ method, values, running, storage, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const name = String(values[subjects[method]] ?? '').trim();
  const files = formatsOf(method, values, (kind) => t(`media.choices.${kind}`)).join(', ');
  const addresses = streamsOf(method, values);
  const room = method === 'Web' ? '' : String(values.room_name ?? '').trim();
  const other = room === '' ? undefined : running.find((one) => one.room === room);
  const time = timesIn(i18n.language);
  return (
    <>
      <p className="sentence">
        {name === ''
          ? t('media.egress.start.choose')
          : t(`media.egress.start.${files ? 'will' : 'live'}.${method}`, { name: safeString(name, 60) })}{' '}
        {name !== '' && files && t('media.egress.start.as', { formats: files, storage })}{' '}
        {name !== '' && files && addresses > 0 && t('media.egress.start.streams', { count: addresses })}
        <span>{t('media.egress.start.costs')}</span>
      </p>
      {other && (
        <div className="findings">
          <Finding
            tone="amber"
            title={t('media.egress.start.runs', { time: time.clock(other.startedAt || Date.now()) })}
            action={{ label: t('media.egress.start.show'), run: () => onShow(other.id) }}
          >
            {t('media.egress.start.both')}
          </Finding>
        </div>
      )}
    </>
  );
}
