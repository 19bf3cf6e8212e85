import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Egress, isRunning } from '../../main/contract/egress';
import { SafeText } from '../ui/safe-text';
import { formatSize } from './figures';

/** All of the current egress: where each part goes, what the worker says, what can be done. */
type Shelf = { egress: Egress; readOnly: boolean; onDo: (what: 'stop' | 'layout' | 'stream') => void };
export function EgressShelf({ egress, readOnly, onDo }: Shelf) {
  const { t, i18n } = useTranslation();
  const { id, room, of, what, state, error, errorCode, details, outputs } = egress;
  const isOurs = isRunning(egress) && state !== 'ending';
  return (
    <section className="shelf" aria-label={t('media.egress.one', { id })}>
      <div className="codehead">
        <b>
          <SafeText text={room || of} longest={60} />
        </b>
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
            <Button size="compact-xs" variant="outline" color="red" disabled={readOnly} onClick={() => onDo('stop')}>
              {t('media.egress.stop.button')}
            </Button>
          )}
        </span>
      </div>
      {(error || details) && (
        <pre className="json">
          <b className={error ? 'bad' : ''}>{t(`media.egress.states.${state}`)}</b>{' '}
          {[errorCode || '', error, details].filter(Boolean).join(' ')}
        </pre>
      )}
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
