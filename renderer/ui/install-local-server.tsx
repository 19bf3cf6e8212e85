import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LocalServerStatus } from '../../main/contract/local-server';
import { api, unwrap } from '../api';
import { CopyIcon } from './copy-button';
import { Finding } from './marks';
import { Problem } from './problem';

/** As LiveKit's own guide has them. Windows has no command: an archive. */
const commands = {
  linux: 'curl -sSL https://get.livekit.io | bash',
  darwin: 'brew install livekit',
  win32: null,
  other: 'go install github.com/livekit/livekit-server/cmd/server@latest',
};

/** What to do where livekit-server is missing: this system's way, or Go where a recent one is here. */
export function InstallLocalServer({ status }: { status: LocalServerStatus }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { platform, go, note } = status;
  const put = (answer: LocalServerStatus) => client.setQueryData(['localServer.status'], answer);
  const install = useMutation({ mutationFn: () => unwrap(api['localServer.install']({})), onSuccess: put });
  const check = useMutation({ mutationFn: () => unwrap(api['localServer.status']({})), onSuccess: put });
  const cancel = useMutation({ mutationFn: () => unwrap(api['localServer.stop']({})), onSuccess: put });
  const isInstalling = status.state === 'installing' || install.isPending;
  const command = commands[platform];
  return (
    <div className="install">
      <h2>{t('services.missing')}</h2>
      <p className="rk-hint">{t('services.missingHint')}</p>
      <div className="codeblock">
        <div className="codehead">
          <b>{t(`services.install.${platform}`)}</b>
          {command && <CopyIcon text={command} label={t('services.copyCommand')} />}
        </div>
        <pre className="json">{command ?? t('services.installWindows')}</pre>
      </div>
      {go?.recent && <p className="rk-hint">{t('services.withGoHint')}</p>}
      {go && !go.recent && <Finding tone="amber" title={t('services.goOld', { version: go.version })} />}
      {isInstalling && (
        <div className="tested" role="status">
          <Finding tone="plain" title={t('services.installing')}>
            <code className="answer-line">{note}</code>
          </Finding>
        </div>
      )}
      {!isInstalling && status.state === 'failed' && (
        <div role="alert">
          <Finding tone="red" title={t('services.installFailed')}>
            <code className="answer-line">{note}</code>
          </Finding>
        </div>
      )}
      <Problem error={install.error ?? cancel.error ?? check.error} />
      <div className="end">
        {isInstalling ? (
          <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('services.installCancel')}
          </Button>
        ) : (
          <Button loading={check.isPending} onClick={() => check.mutate()}>
            {t('services.checkAgain')}
          </Button>
        )}
        {go?.recent && (
          <Button variant="filled" loading={isInstalling} onClick={() => install.mutate()}>
            {t('services.withGo', { version: go.version })}
          </Button>
        )}
      </div>
    </div>
  );
}
