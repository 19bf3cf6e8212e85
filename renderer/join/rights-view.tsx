import { Button } from '@mantine/core';
import IconUserCheck from '@tabler/icons-react/icons/IconUserCheck';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { decodeToken } from '../ui/decode-token';
import { tokenToTest } from '../ui/join-handoff';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { SafeText, safeString } from '../ui/safe-text';
import { ScrollPane } from '../ui/scroll-pane';
import { SecretField } from '../ui/secret-field';
import { isSameServer, type Pasted, parsePasted } from './parse-pasted';
import { RightsTable } from './rights-table';
import { Verdict } from './rights-verdict';
import { claimedRights } from './token-rights';
import { useRights } from './use-rights';

/** What the holder of a token can and cannot do, tried for real. */
export function RightsView() {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const { pasted, setPasted, field } = useGivenToken();
  const { outcomes, isAsking, close, forget, run, stop } = useRights(profile);
  const given = parsePasted(pasted);
  const isElsewhere = given?.url ? !isSameServer(given.url, profile.serverUrl) : false;
  const claimed = given && claimedRights(decodeToken(given.token)?.claims ?? {});
  const begin = (confirmed: boolean) => given && run.mutate({ given, confirmed });
  const isReadOnly = profile.safety === 'read-only';
  return (
    <div className="pane">
      <ScrollPane className="scroll form" label={t('rights.title')}>
        <p className="rk-hint">{t('rights.lead')}</p>
        <SecretField
          key={field}
          className="rights-field"
          label={t('join.pasted')}
          defaultValue={pasted}
          disabled={run.isPending}
          error={pasted.trim() !== '' && !given && t('tokens.inspect.notToken')}
          onChange={({ currentTarget }) => {
            forget();
            setPasted(currentTarget.value);
          }}
        />
        {given && <Whose given={given} isElsewhere={isElsewhere} />}
        {isAsking && isReadOnly && given && (
          <Finding tone="red" title={t('rights.presentReadOnly', { identity: safeString(given.identity, 60) })} />
        )}
        <Problem error={run.error} />
        {outcomes && claimed && <Verdict claimed={claimed} outcomes={outcomes} isRunning={run.isPending} />}
        {claimed && !isElsewhere && <RightsTable claimed={claimed} outcomes={outcomes ?? new Map()} />}
      </ScrollPane>
      <footer>
        <span>{t('rights.audited')}</span>
        {run.isPending && (
          <Button variant="subtle" onClick={stop}>
            {t('rights.stop')}
          </Button>
        )}
        <Button
          variant="filled"
          leftSection={<IconUserCheck size={14} aria-hidden />}
          loading={run.isPending}
          disabled={!given || isElsewhere}
          onClick={() => begin(false)}
        >
          {t('rights.run')}
        </Button>
      </footer>
      {isAsking && !isReadOnly && given && <AskFirst given={given} onConfirm={() => begin(true)} onClose={close} />}
    </div>
  );
}

/** Typed here, or handed over by the token desk. `field`: another one each time that its content comes from there. */
function useGivenToken() {
  const [pasted, setPasted] = useState('');
  const [field, setField] = useState(0);
  const handed = tokenToTest.use();
  useEffect(() => {
    if (!handed) return;
    tokenToTest.set('');
    setPasted(handed);
    setField((before) => before + 1);
  }, [handed]);
  return { pasted, setPasted, field };
}

function Whose({ given: { identity, room, url }, isElsewhere }: { given: Pasted; isElsewhere: boolean }) {
  const { t } = useTranslation();
  if (isElsewhere)
    return (
      <Finding tone="amber" title={<SafeText text={t('rights.otherServer', { server: url ?? '' })} longest={160} />}>
        {t('rights.otherServerNext')}
      </Finding>
    );
  if (!identity || !room) return <Finding tone="amber" title={t('rights.noIdentity')} />;
  return <Finding tone="plain" title={t('join.tokenOf', { identity: safeString(identity, 60), room: safeString(room, 60) })} />;
}

function AskFirst({ given, onConfirm, onClose }: { given: Pasted; onConfirm: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const names = { identity: safeString(given.identity, 60), room: safeString(given.room, 60) };
  return (
    <ConfirmDialog
      question={t('rights.present', names)}
      what={t('rights.presentWhat', names)}
      consequences={[t('rights.presentConsequence')]}
      verb={t('rights.presentVerb', names)}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
