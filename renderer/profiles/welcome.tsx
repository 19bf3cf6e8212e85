import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keep } from '../ui/keep';
import { isToInstall, useLocalServer } from '../ui/local-server';
import { Mark } from '../ui/marks';
import { Connect } from './connect';
import { KeychainLine } from './keychain-line';
import { openProfile } from './open-profile';
import { useStartLocalServer } from './use-start-local-server';
import { type Way, Ways } from './ways';
import './welcome.css';
import './profiles.css';

const ImportServers = lazy(() => import('./import-servers').then(({ ImportServers }) => ({ default: ImportServers })));
const StartLocalServer = lazy(() => import('./start-local-server').then(({ StartLocalServer }) => ({ default: StartLocalServer })));

/** The first run: three ways to a server, the form of the commonest one open at once. What is typed in one stays while another is looked at. */
export function Welcome() {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('connect');
  const [seen, setSeen] = useState<Way[]>([way]);
  const show = (next: Way) => {
    setWay(next);
    setSeen([...seen.filter((each) => each !== next), next]);
  };
  const localServer = useLocalServer();
  const start = useStartLocalServer();
  const titles = { connect: t('profiles.connect'), import: t('profiles.ways.import'), local: t('profiles.ways.local') };
  const bodies = {
    connect: <Connect />,
    import: <ImportServers onImported={({ id }) => openProfile(id, 'settings')} />,
    local: <StartLocalServer start={start} />,
  };
  const choose = async (chosen: Way) => {
    show(chosen);
    if (chosen !== 'local' || start.isPending) return;
    // One click is enough also for whoever is faster than the look for the program.
    const { data } = localServer.data ? localServer : await localServer.refetch({ cancelRefetch: false });
    if (data && !isToInstall(data) && (data.state === 'stopped' || data.state === 'failed')) start.mutate({});
  };
  return (
    <main className="welcome">
      <section>
        <Mark size={44} />
        <h1>{t('profiles.welcome')}</h1>
        <p className="lead">{t('profiles.lead')}</p>
        <Ways titles={titles} way={way} onMove={show} onChoose={(chosen) => void choose(chosen)} />
        <KeychainLine />
      </section>
      {(['connect', 'import', 'local'] as const)
        .filter((each) => seen.includes(each))
        .map((each) => (
          <Keep key={each} isShown={each === way}>
            <section className="connect" aria-label={titles[each]}>
              <Suspense>{bodies[each]}</Suspense>
            </section>
          </Keep>
        ))}
    </main>
  );
}
