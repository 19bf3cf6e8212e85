import { Button } from '@mantine/core';
import IconServer from '@tabler/icons-react/icons/IconServer';
import { useTranslation } from 'react-i18next';
import type { ReadClaims } from '../../main/contract/claims';
import type { Lint, LintCode } from '../../main/contract/token-lints';
import { useHotkeys } from '../ui/hotkeys';
import { Finding, Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { ScrollPane } from '../ui/scroll-pane';
import { useTimes } from '../ui/times';
import { ServersAnswer, useAskServer } from './ask-server';
import type { Check } from './inspect-token';
import { Lints } from './lints';
import { useNow } from './use-now';
import { useSituationOf } from './use-situation-of';

/** Of this console, which did not issue the token. */
const ofConsole: LintCode[] = ['secret-short', 'clock-ahead', 'clock-behind'];

type Found = { checks: Check[]; lints: Lint[] };

/** What is found of a pasted token here, and what the server says once it is asked: of the token, and of its room and identity. */
export function Verdict({ jwt, checks, lints, claims }: Found & { jwt: string; claims: ReadClaims | undefined }) {
  const { t } = useTranslation();
  // A text that is no token has the server's own word on it.
  const ask = useAskServer(jwt, claims === undefined || claims.video?.roomJoin === true);
  const situation = useSituationOf(claims, ask.isSuccess);
  const found = [...lints, ...(situation.data?.lints ?? []).filter(({ code }) => !ofConsole.includes(code))];
  useHotkeys({ 'Mod ↵': () => jwt !== '' && ask.mutate() });
  return (
    <div className="pane">
      <ScrollPane className="scroll stack" label={t('tokens.inspect.why')}>
        {jwt === '' && <p className="sentence">{t('tokens.inspect.empty')}</p>}
        {ask.data ? <ServersAnswer answer={ask.data} /> : checks.length > 0 && <Local checks={checks} lints={lints} />}
        <Problem error={ask.error ?? situation.error} />
        <div className="checks">
          <Lints of={found} />
          {checks.map((check) => (
            <CheckLine key={check.code} check={check} />
          ))}
        </div>
        {jwt !== '' && (
          <div className="end">
            <Button
              variant="filled"
              leftSection={<IconServer size={14} aria-hidden />}
              rightSection={<Keys of="Mod ↵" />}
              loading={ask.isPending}
              onClick={() => ask.mutate()}
            >
              {t('tokens.askServer')}
            </Button>
          </div>
        )}
      </ScrollPane>
    </div>
  );
}

function Local({ checks, lints }: Found) {
  const { t } = useTranslation();
  const refused = [...checks, ...lints].some(({ tone }) => tone === 'red');
  return (
    <div className={refused ? 'verdict' : 'verdict calm'} role="status">
      <b>{t(refused ? 'tokens.inspect.refused' : 'tokens.inspect.fine')}</b>
      <span>{t(refused ? 'tokens.inspect.refusedWhy' : 'tokens.inspect.fineWhy')}</span>
    </div>
  );
}

function CheckLine({ check: { code, tone, values = {} } }: { check: Check }) {
  const { t } = useTranslation();
  const now = useNow();
  const times = useTimes();
  const profile = useOpenProfile();
  const said = {
    server: profile.name,
    key: '',
    algorithm: '',
    identity: '',
    room: '',
    name: '',
    names: '',
    bytes: '',
    ...values,
    lasting: times.lasting(Number(values.seconds ?? 0)),
    until: times.when(new Date(Number(values.exp ?? 0) * 1000), now),
  };
  return (
    <Finding tone={tone} title={t(`tokens.inspect.checks.${code}.title`, said)}>
      {t(`tokens.inspect.checks.${code}.body`, said)}
    </Finding>
  );
}
