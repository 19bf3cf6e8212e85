import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CallError } from '../api';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { SafeText } from '../ui/safe-text';
import { endOf, type Refused, refusalOf } from './refusal';
import { JoinRefused } from './refused-join';
import type { Session } from './session';

/** Why one was not let in. */
export function JoinFailure({ error }: { error: Error | null }) {
  if (!error || error instanceof CallError) return <Problem error={error} />;
  return (
    <div role="alert" className="problem">
      <Reason of={error instanceof JoinRefused ? error.refused : refusalOf(error)} />
    </div>
  );
}

/** Why one is no longer in the room, until one joins again or goes back. */
export function StayEnd({ session, onAgain, onLeave }: { session: Session; onAgain: () => void; onLeave: () => void }) {
  const { t } = useTranslation();
  const { connection } = session.shown.use();
  const reason = session.reason();
  if (connection !== 'left' || reason === null) return null;
  return (
    <div role="alert" className="stay-end">
      <Reason of={endOf(reason)} />
      <Button onClick={onAgain}>{t('refusals.again')}</Button>{' '}
      <Button variant="subtle" onClick={onLeave}>
        {t('refusals.lobby')}
      </Button>
    </div>
  );
}

function Reason({ of: { code, said } }: { of: Refused }) {
  const { t } = useTranslation();
  return (
    <Finding tone="red" title={t(`refusals.${code}.what`)}>
      {t(`refusals.${code}.next`)}
      <code className="answer-line">
        <SafeText text={said} longest={500} />
      </code>
    </Finding>
  );
}
