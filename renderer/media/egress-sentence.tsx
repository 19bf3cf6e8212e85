import { useTranslation } from 'react-i18next';
import type { Egress } from '../../main/contract/egress';
import type { FormValues } from '../../main/contract/form';
import { Finding } from '../ui/marks';
import { safeString } from '../ui/safe-text';
import type { Method } from './use-egress-start';

type Props = { method: Method; values: FormValues; running: Egress[]; onShow: (id: string) => void };
const subjects = {
  RoomComposite: 'room_name',
  Participant: 'identity',
  TrackComposite: 'room_name',
  Track: 'track_id',
  Web: 'url',
} as const;

/** What the form will do, in one sentence, and whether the room is recorded already. */
export function EgressSentence({ method, values, running, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const name = String(values[subjects[method]] ?? '').trim();
  const room = method === 'Web' ? '' : String(values.room_name ?? '').trim();
  const other = room === '' ? undefined : running.find((one) => one.room === room);
  const time = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (
    <>
      <p className="sentence">
        {name === '' ? t('media.egress.start.choose') : t(`media.egress.start.will.${method}`, { name: safeString(name, 60) })}
        <span>{t('media.egress.start.costs')}</span>
      </p>
      {other && (
        <div className="findings">
          <Finding
            tone="amber"
            title={t('media.egress.start.runs', { time: time.format(other.startedAt || Date.now()) })}
            action={{ label: t('media.egress.start.show'), run: () => onShow(other.id) }}
          >
            {t('media.egress.start.both')}
          </Finding>
        </div>
      )}
    </>
  );
}
