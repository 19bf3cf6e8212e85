import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalServerStatus } from '../../main/contract/local-server';
import { isLoopback } from '../../main/contract/loopback';
import { api, unwrap } from '../api';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { CopyIcon } from '../ui/copy-button';
import { useLocalServer } from '../ui/local-server';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { ScrollPane } from '../ui/scroll-pane';

/** Plain where YAML reads it as a text; quoted where it might not. */
const yamlText = (text: string) =>
  /^[a-z][\w./:-]*$/i.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);

const isHere = (url: string) => isLoopback(URL.parse(url)?.hostname ?? '');

/** What the open server's configuration needs, to be pasted; the local server gets it by one click. */
export function ServerConfig({ receiverUrl }: { receiverUrl: string }) {
  const { t } = useTranslation();
  const { apiKey, id, name, serverUrl } = useOpenProfile();
  const local = useLocalServer().data;
  const yaml = `webhook:\n  api_key: ${yamlText(apiKey)}\n  urls:\n    - ${receiverUrl || t('webhooks.config.noUrl')}`;
  return (
    <div className="codeblock">
      <div className="codehead">
        <b>{t('webhooks.config.title')}</b>
        <span>{t('webhooks.config.restart')}</span>
        <CopyIcon text={yaml} label={t('webhooks.config.copy')} />
      </div>
      <ScrollPane label={t('webhooks.config.title')}>
        <pre className="json code">{yaml}</pre>
      </ScrollPane>
      {isHere(receiverUrl) && !isHere(serverUrl) && (
        <div className="findings">
          <Finding tone="amber" title={t('webhooks.config.unreachable', { server: safeString(name, 40) })}>
            {t('webhooks.config.unreachableWhy')}
          </Finding>
        </div>
      )}
      {local?.found && <LocalServerSends local={local} receiverUrl={receiverUrl} isOpen={local.running?.profileId === id} />}
    </div>
  );
}

/** A running livekit-server takes it only by a new start, which ends its rooms. */
function LocalServerSends({ local, receiverUrl, isOpen }: { local: LocalServerStatus; receiverUrl: string; isOpen: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const set = useMutation({
    mutationFn: (on: boolean) => unwrap(api['localServer.sendWebhooks']({ on })),
    onSuccess(status) {
      client.setQueryData(['localServer.status'], status);
      setAsks(false);
    },
  });
  const { running, sendsWebhooks } = local;
  const isSet = sendsWebhooks && (!running || running.webhookUrl === receiverUrl);
  return (
    <div className="local-sends">
      <span className="rk-hint">
        {t(isSet ? 'webhooks.local.isSet' : 'webhooks.local.notSet')}
        {running && !isSet && ` ${t('webhooks.local.restarts')}`}
        {isOpen && isSet && ` ${t('webhooks.local.thisOne')}`}
      </span>
      <Button
        size="compact-xs"
        loading={set.isPending}
        disabled={receiverUrl === ''}
        onClick={() => (running ? setAsks(true) : set.mutate(!isSet))}
      >
        {t(isSet ? 'webhooks.local.end' : 'webhooks.local.verb')}
      </Button>
      {asks ? (
        <ConfirmDialog
          question={t('webhooks.local.question')}
          what={t('webhooks.local.what')}
          consequences={[t('webhooks.local.rooms')]}
          verb={t('webhooks.local.restart')}
          pending={set.isPending}
          error={set.error}
          onConfirm={() => set.mutate(!isSet)}
          onClose={() => setAsks(false)}
        />
      ) : (
        <Problem error={set.error} />
      )}
    </div>
  );
}
