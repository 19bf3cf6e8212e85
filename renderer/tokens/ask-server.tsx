import { Button } from '@mantine/core';
import IconServer from '@tabler/icons-react/icons/IconServer';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../main/contract';
import { api, unwrap } from '../api';
import { Finding } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';

/** Asks `/rtc/validate`: it lets nobody in and creates no room. */
export function useAskServer(jwt: string) {
  const { id } = useOpenProfile();
  return useMutation({ mutationFn: () => unwrap(api['tokens.askServer']({ profileId: id, jwt })), gcTime: 0 });
}

export function AskServerButton({ ask }: { ask: ReturnType<typeof useAskServer> }) {
  const { t } = useTranslation();
  return (
    <Button leftSection={<IconServer size={14} />} loading={ask.isPending} onClick={() => ask.mutate()}>
      {t('tokens.askServer')}
    </Button>
  );
}

/** Our explanation first, the server's own words beside it. */
export function ServersAnswer({ answer }: { answer: Output<'tokens.askServer'> }) {
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
