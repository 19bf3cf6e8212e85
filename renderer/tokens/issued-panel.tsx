import { Button } from '@mantine/core';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import { useTranslation } from 'react-i18next';
import { goesLive } from '../../main/contract/join-page';
import type { IssuedToken, TokenRequestOutput } from '../../main/contract/tokens';
import { MaskedBox } from '../ui/masked-box';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useAbout } from '../ui/queries';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { useTimes } from '../ui/times';
import { AsCode } from './as-code';
import { AskServerButton, ServersAnswer, useAskServer } from './ask-server';
import { HandOut } from './hand-out';
import { Sentence } from './sentence';
import { TokenSize } from './token-size';
import { useNow } from './use-now';

type Issued = { request: TokenRequestOutput; issued: IssuedToken };

/** The token, for as long as this is open; closing forgets it. */
export function IssuedPanel({ request, issued, panel, onClose }: Issued & { panel: ReturnType<typeof usePanel>; onClose: () => void }) {
  const { t } = useTranslation();
  const times = useTimes();
  const now = useNow();
  const ask = useAskServer(issued.jwt, request.grants.roomJoin);
  const { fingerprint, issuedAt, expiresAt, joinLink } = issued;
  return (
    <SidePanel
      panel={panel}
      label={t('tokens.issued')}
      title={t('tokens.issued')}
      footer={
        <>
          <TokenSize bytes={issued.bytes} />
          <Button variant="subtle" onClick={onClose}>
            {t('tokens.issueAnother')}
          </Button>
        </>
      }
    >
      <Sentence of={request} until={times.when(new Date(expiresAt), now)} lifetime={request.ttlSeconds} short />
      <div className="issued">
        <div className="issued-head" role="status">
          <IconCheck size={14} stroke={2.4} aria-hidden />
          <b>{t('tokens.issuedAt', { at: times.exactClock(new Date(issuedAt)) })}</b>
          <span>
            {t('tokens.fingerprint')} <code>{fingerprint.match(/.{4}/g)?.join(' ')}</code>
          </span>
        </div>
        <MaskedBox label={t('tokens.token')} value={issued.jwt} />
        {joinLink && <MaskedBox label={t('tokens.joinLink')} value={joinLink.url} />}
        <HandOut issued={issued}>
          <AskServerButton ask={ask} />
        </HandOut>
        <Notes issued={issued} request={request} />
      </div>
      {ask.data && <ServersAnswer answer={ask.data} />}
      <Problem error={ask.error} />
      <AsCode request={request} />
    </SidePanel>
  );
}

/** Who sees the token, what the page does at once, and what becomes of the clipboard. */
function Notes({ issued: { joinLink, expiresAt }, request }: Issued) {
  const { t } = useTranslation();
  const times = useTimes();
  const now = useNow();
  const { insecure } = useOpenProfile();
  const clearsAfter = useAbout().data?.clipboardClearsAfter ?? null;
  const until = times.when(new Date(expiresAt), now);
  return (
    <div className="rk-hint notes">
      {joinLink && <p>{t('tokens.hostSees', { host: joinLink.host })}</p>}
      {joinLink?.url.startsWith('https:') && insecure && <p className="amber">{t('tokens.mixed', { host: joinLink.host })}</p>}
      {joinLink && goesLive(joinLink.url) && <p>{t('tokens.goesLive')}</p>}
      <p>
        {clearsAfter === null ? t('tokens.clipboardStays') : t('tokens.clipboardCleared', { seconds: clearsAfter })}{' '}
        {t('tokens.whoeverHas', { who: request.name || request.identity, until })}
      </p>
    </div>
  );
}
