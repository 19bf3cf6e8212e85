import { Button } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/icons/IconExternalLink';
import IconScreenShare from '@tabler/icons-react/icons/IconScreenShare';
import IconUserCheck from '@tabler/icons-react/icons/IconUserCheck';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedToken } from '../../main/contract/tokens';
import { CopyButton } from '../ui/copy-button';
import { joinWith, testToken } from '../ui/join-handoff';

const QrCode = lazy(() => import('../ui/qr-code'));
/** A denser code is not read from a screen. */
const longestQr = 1_200;

/** The ways a token leaves the console. */
export function HandOut({ issued: { jwt, joinLink }, children }: { issued: IssuedToken; children: ReactNode }) {
  const { t } = useTranslation();
  const page = joinLink?.host === 'meet.livekit.io' ? 'Meet' : (joinLink?.host ?? '');
  return (
    <div className="hand-out">
      {joinLink &&
        (joinLink.url.length > longestQr ? (
          <p className="rk-hint no-qr">{t('tokens.noQr', { length: joinLink.url.length, limit: longestQr })}</p>
        ) : (
          <Suspense fallback={<div className="qr-place" />}>
            <QrCode text={joinLink.url} label={t('tokens.qr')} />
          </Suspense>
        ))}
      <div>
        {joinLink && <CopyButton secret variant="filled" text={joinLink.url} label={t('tokens.copyJoinLink')} />}
        <CopyButton secret variant={joinLink ? 'default' : 'filled'} text={jwt} label={t('tokens.copyToken')} />
        {joinLink && (
          <Button component="a" href={joinLink.url} target="_blank" rel="noreferrer" leftSection={<IconExternalLink size={14} />}>
            {t('tokens.openIn', { page })}
          </Button>
        )}
        {joinLink && (
          <Button leftSection={<IconScreenShare size={14} aria-hidden />} onClick={() => joinWith({ token: jwt })}>
            {t('tokens.joinHere')}
          </Button>
        )}
        <Button leftSection={<IconUserCheck size={14} aria-hidden />} onClick={() => testToken(jwt)}>
          {t('tokens.testAs')}
        </Button>
        {children}
      </div>
    </div>
  );
}
