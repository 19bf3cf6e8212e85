import { Button } from '@mantine/core';
import IconServer from '@tabler/icons-react/icons/IconServer';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../main/contract';
import type { RightTry } from '../../main/contract/tokens';
import { api, unwrap } from '../api';
import { Finding } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';

/**
 * Asks `/rtc/validate`: it lets nobody in and creates no room. It knows of joining alone, so a token that does not join is tried at the
 * API instead, with calls that change nothing.
 */
export function useAskServer(jwt: string, joins: boolean) {
  const { id: profileId } = useOpenProfile();
  const mutationFn = async () =>
    joins
      ? { joining: await unwrap(api['tokens.askServer']({ profileId, jwt })) }
      : { rights: await unwrap(api['tokens.tryRights']({ profileId, jwt })) };
  return useMutation({ mutationFn, gcTime: 0 });
}
type Answer = NonNullable<ReturnType<typeof useAskServer>['data']>;

export const ServersAnswer = ({ answer }: { answer: Answer }) =>
  answer.joining ? <JoiningAnswer answer={answer.joining} /> : <RightsAnswer tries={answer.rights ?? []} />;

export function AskServerButton({ ask }: { ask: ReturnType<typeof useAskServer> }) {
  const { t } = useTranslation();
  return (
    <Button leftSection={<IconServer size={14} />} loading={ask.isPending} onClick={() => ask.mutate()}>
      {t('tokens.askServer')}
    </Button>
  );
}

/** Our explanation first, the server's own words beside it. */
function JoiningAnswer({ answer }: { answer: Output<'tokens.askServer'> }) {
  const { t } = useTranslation();
  const { serverUrl } = useOpenProfile();
  return (
    <div className="answer" role="status">
      <Finding tone={answer.admitted ? 'green' : 'red'} title={t(`tokens.answers.${answer.reason}.title`)}>
        {t(`tokens.answers.${answer.reason}.body`)}
      </Finding>
      <div className="codehead">
        <IconServer size={14} aria-hidden />
        <b>{t('tokens.ownAnswer')}</b>
        <span>
          {serverUrl.replace(/^wss?:\/\//, '')} · {Math.round(answer.roundTripMs)} ms
        </span>
      </div>
      <pre className="json">
        <b className={answer.admitted ? '' : 'red'}>{answer.status}</b> {answer.answer}
      </pre>
    </div>
  );
}

const tones = { allowed: 'green', refused: 'plain', unclear: 'amber' } as const;

/** What the server lets the holder do over its API, each tried with the token itself. */
function RightsAnswer({ tries }: { tries: RightTry[] }) {
  const { t } = useTranslation();
  const allowed = tries.filter(({ outcome }) => outcome === 'allowed');
  return (
    <div className="answer" role="status">
      <Finding tone={allowed.length > 0 ? 'green' : 'amber'} title={t(allowed.length > 0 ? 'tokens.rights.some' : 'tokens.rights.none')}>
        {t('tokens.rights.how')}
      </Finding>
      {tries.map(({ right, outcome, answer }) => (
        <Finding
          key={right}
          tone={tones[outcome]}
          title={
            <>
              <code>{right}</code> {t(`tokens.rights.${outcome}`)}
            </>
          }
        >
          {outcome === 'unclear' && answer}
        </Finding>
      ))}
    </div>
  );
}
