import { Button, Textarea } from '@mantine/core';
import IconServer from '@tabler/icons-react/icons/IconServer';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decodeToken } from '../ui/decode-token';
import { useHotkeys } from '../ui/hotkeys';
import { Finding, Keys, type Tone } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { ServersAnswer, useAskServer } from './ask-server';
import { Claims } from './claims';
import { type Check, checkToken } from './inspect-token';
import { useTimes } from './times';
import { useNow } from './use-now';

/** Why is this token refused? Read here, without a word to anyone; the server is asked only on purpose. */
export function InspectView() {
  const { t } = useTranslation();
  const now = useNow();
  const profile = useOpenProfile();
  const [pasted, setPasted] = useState('');
  const decoded = decodeToken(pasted);
  const checks = decoded ? checkToken(decoded, profile.apiKey, now) : [];
  const marks: Record<string, Tone> = Object.fromEntries(checks.flatMap(({ claim, tone }) => (claim ? [[claim, tone]] : [])));
  return (
    <div className="split inspect">
      <div className="pane">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <section className="scroll stack" tabIndex={0} aria-label={t('tokens.inspect.read')}>
          <Textarea
            label={t('tokens.inspect.pasted')}
            description={t('tokens.inspect.stays')}
            classNames={{ input: 'rk-input mono' }}
            autosize
            minRows={5}
            maxRows={9}
            spellCheck={false}
            autoComplete="off"
            value={pasted}
            onChange={({ currentTarget }) => setPasted(currentTarget.value)}
            error={pasted.trim() !== '' && !decoded && t('tokens.inspect.notToken')}
          />
          {decoded && <Claims of={decoded.claims} marks={marks} />}
        </section>
      </div>
      <Verdict key={decoded?.jwt ?? pasted} jwt={decoded?.jwt ?? pasted.trim()} checks={checks} />
    </div>
  );
}

function Verdict({ jwt, checks }: { jwt: string; checks: Check[] }) {
  const { t } = useTranslation();
  const ask = useAskServer(jwt);
  useHotkeys({ 'Mod ↵': () => jwt !== '' && ask.mutate() });
  return (
    <div className="pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="scroll stack" tabIndex={0} aria-label={t('tokens.inspect.why')}>
        {jwt === '' && <p className="sentence">{t('tokens.inspect.empty')}</p>}
        {ask.data ? <ServersAnswer answer={ask.data} /> : checks.length > 0 && <Local checks={checks} />}
        <Problem error={ask.error} />
        <div className="checks">
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
      </section>
    </div>
  );
}

function Local({ checks }: { checks: Check[] }) {
  const { t } = useTranslation();
  const refused = checks.some(({ tone }) => tone === 'red');
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
