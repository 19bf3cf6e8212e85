import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Egress, isRunning, type ListedEgress } from '../../main/contract/egress';
import { useOpenProfile } from '../ui/profile';
import { SafeText } from '../ui/safe-text';
import { useAge } from '../ui/time';
import { timesIn } from '../ui/times';
import { EgressTimerLine } from './egress-timer-line';
import { formatSize } from './figures';

type Shelf = { egress: ListedEgress; readOnly: boolean; onDo: (what: 'stop' | 'later' | 'layout' | 'stream') => void; onAgain: () => void };

/** All of the current egress: how it stands, where each part goes, what the worker says, what can be done. */
export function EgressShelf({ egress, readOnly, onDo, onAgain }: Shelf) {
  const { t, i18n } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const { id, room, of, what, state, error, errorCode, details, outputs, again } = egress;
  const isOurs = isRunning(egress) && state !== 'ending';
  return (
    <section className="shelf" aria-label={t('media.egress.one', { id })}>
      <div className="codehead">
        <b>
          <SafeText text={room || of} longest={60} />
        </b>
        <Ended egress={egress} />
        <code className="mono">{id}</code>
        <span className="acts">
          {isOurs && what === 'room' && (
            <Button size="compact-xs" disabled={readOnly} onClick={() => onDo('layout')}>
              {t('media.egress.layout.button')}
            </Button>
          )}
          {isOurs && outputs.some(({ kind }) => kind === 'stream') && (
            <Button size="compact-xs" disabled={readOnly} onClick={() => onDo('stream')}>
              {t('media.egress.stream.button')}
            </Button>
          )}
          {isOurs && (
            <Button size="compact-xs" disabled={readOnly} onClick={() => onDo('later')}>
              {t('media.egress.timer.button')}
            </Button>
          )}
          {isOurs && (
            <Button size="compact-xs" variant="outline" color="red" disabled={readOnly} onClick={() => onDo('stop')}>
              {t('media.egress.stop.button')}
            </Button>
          )}
          {!isRunning(egress) && again && (
            <Button size="compact-xs" disabled={readOnly} onClick={onAgain}>
              {t('media.egress.again')}
            </Button>
          )}
        </span>
      </div>
      {(error || details) && (
        <pre className="json">
          <b className={error ? 'bad' : ''}>{words[state]}</b> {[errorCode || '', error, details].filter(Boolean).join(' ')}
        </pre>
      )}
      <EgressTimerLine egress={egress} profileId={profileId} readOnly={readOnly} />
      <Explained egress={egress} />
      <ul className="outputs">
        {outputs.map(({ kind, where, size, error: problem }) => (
          <li key={`${kind} ${where}`}>
            <span>{t(`media.egress.outputs.${kind}`)}</span> <code>{<SafeText text={where || '–'} />}</code>{' '}
            {size > 0 && <span>{formatSize(size, i18n.language)}</span>} {problem && <span className="bad">{problem}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The protocol's own words, which logs and forums have. */
const words: Record<Egress['state'], string> = {
  starting: 'EGRESS_STARTING',
  active: 'EGRESS_ACTIVE',
  ending: 'EGRESS_ENDING',
  complete: 'EGRESS_COMPLETE',
  failed: 'EGRESS_FAILED',
  aborted: 'EGRESS_ABORTED',
  limit: 'EGRESS_LIMIT_REACHED',
};

function Ended({ egress: { state, startedAt, endedAt } }: { egress: Egress }) {
  const { t, i18n } = useTranslation();
  const age = useAge();
  if (endedAt === 0) return null;
  const at = timesIn(i18n.language).clock(endedAt);
  const said = { state: t(`media.egress.states.${state}`), time: at };
  return (
    <span>
      {startedAt > 0 ? t('media.egress.endedAfter', { ...said, after: age(endedAt - startedAt) }) : t('media.egress.ended', said)}
    </span>
  );
}

const reasons = [
  ['storage', /AccessDenied|forbidden|could not upload|upload failed|no such bucket/i],
  ['signal', /start signal not received/i],
  ['gone', /room (?:closed|ended|does not exist)|participant.*(?:left|not found)|track.*not found/i],
  ['busy', /no (?:available|capacity)|cpu (?:exhausted|limit)|out of memory|oom/i],
] as const;

/** What the worker's words come to, where they are known. */
function Explained({ egress: { state, error, details } }: { egress: Egress }) {
  const { t } = useTranslation();
  const why = state === 'limit' ? 'limit' : reasons.find(([, text]) => text.test(`${error} ${details}`))?.[0];
  return why ? <p className="rk-hint">{t(`media.egress.why.${why}`)}</p> : null;
}
