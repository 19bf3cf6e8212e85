import { useTranslation } from 'react-i18next';
import { SafeText } from '../ui/safe-text';
import { useFigures } from './figures';
import type { Moment } from './moments';
import type { Mark, MarkName, Session } from './session';
import type { Sample } from './stats-model';

/** The way the media takes, and what answers at its end. */
export function ConnectionFacts({ session, last }: { session: Session; last: Sample | undefined }) {
  const { t } = useTranslation();
  const { rate } = useFigures();
  const pair = last?.pair;
  const { version, nodeId, region } = session.room.serverInfo ?? {};
  return (
    <dl className="pairs">
      <dt>{t('statistics.pair')}</dt>
      <dd>{pair ? <code>{`${pair.protocol} → ${pair.remote}`}</code> : '–'}</dd>
      <dt>{t('statistics.from')}</dt>
      <dd>
        {pair ? <code>{pair.local}</code> : '–'}{' '}
        {pair && `· ${pair.localType}, ${t(pair.relayed ? 'statistics.turn' : 'statistics.noTurn')}`}
      </dd>
      <dt>{t('statistics.node')}</dt>
      <dd>
        <code>{nodeId || '–'}</code> {version && `· ${t('statistics.server', { version })}`}
      </dd>
      {region && (
        <>
          <dt>{t('statistics.region')}</dt>
          <dd>{region}</dd>
        </>
      )}
      <dt>{t('statistics.spare')}</dt>
      <dd>{last?.availableOutgoing ? t('statistics.out', { rate: rate(last.availableOutgoing) }) : '–'}</dd>
    </dl>
  );
}

/** Each step with the one it waits for. */
const steps: [step: Exclude<MarkName, 'asked'>, after: MarkName][] = [
  ['loaded', 'asked'],
  ['signal', 'loaded'],
  ['connected', 'signal'],
  ['published', 'connected'],
  ['firstAudio', 'connected'],
  ['firstFrame', 'connected'],
];

/** What the join waited for, one bar after another. */
export function Waterfall({ marks }: { marks: readonly Mark[] }) {
  const { t } = useTranslation();
  const { milliseconds } = useFigures();
  const at = new Map(marks.map((mark) => [mark.name, mark.at]));
  const end = Math.max(1, ...at.values());
  return (
    <div className="waterfall">
      {steps.map(([step, after]) => {
        const [to, from] = [at.get(step), at.get(after) ?? 0];
        return (
          <div key={step}>
            <span>{t(`statistics.steps.${step}`)}</span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
              {to !== undefined && <rect x={(from / end) * 100} width={Math.max(1, ((to - from) / end) * 100)} height="6" rx="1" />}
            </svg>
            <b>{to === undefined ? '–' : milliseconds(to - from)}</b>
          </div>
        );
      })}
    </div>
  );
}

/** What happened to the connection, the latest first. */
export function MomentLines({ moments }: { moments: readonly Moment[] }) {
  const { t } = useTranslation();
  const { clock } = useFigures();
  return (
    <ol className="moments" aria-label={t('statistics.happened')}>
      {moments
        .toReversed()
        .slice(0, 50)
        .map(({ at, what, detail }) => (
          <li key={`${at} ${what} ${detail}`}>
            <time>{clock(at)}</time>
            <span>
              {t(`statistics.moments.${what}`)} {detail && <SafeText text={detail} longest={120} />}
            </span>
          </li>
        ))}
    </ol>
  );
}
