import Conf from 'conf';
import { createConsole } from '../console';
import { endpointStatus, isLoopbackAddress } from '../contract/endpoint';
import { CannotStart, lockDataDir } from '../data-dir';
import { log, logFile } from '../log';
import { noticeLine } from '../settings/notices';
import { openSettings } from '../settings/open-settings';
import type { Settings, SettingsStore } from '../settings/settings';
import { endWithNpm } from './npm-parent';

/** Serves tokens without a page, by the settings and the keychain of the console, until a signal ends it. Answers the exit code. */
export async function start(): Promise<number> {
  try {
    return await serve();
  } catch (error) {
    if (!(error instanceof CannotStart)) log.error('The token endpoint failed', error);
    console.error(error instanceof CannotStart ? whyNot(error) : `Roomkeeper failed. Its log says why: ${logFile}`);
    return 1;
  }
}

/** One console at a time works on the data; the one that runs can serve tokens itself. */
const whyNot = ({ message }: CannotStart) =>
  message.includes('already running') ? `${message} Or start the endpoint there: Services, Token endpoint.` : message;

/** The one of the last start, else the open one, else the only one. */
function profileOf(settings: SettingsStore): string | null {
  const profiles = settings.get('profiles');
  const [only] = profiles.length === 1 ? profiles : [];
  const saved = (id: string | null) => profiles.find((profile) => profile.id === id)?.id;
  return saved(settings.get('endpoint').profileId) ?? saved(settings.get('preferences').openProfileId) ?? only?.id ?? null;
}

async function serve(): Promise<number> {
  lockDataDir();
  const { settings, notices } = openSettings((options) => new Conf<Settings>(options));
  for (const notice of notices) console.log(noticeLine(notice));
  const application = createConsole(settings, { kind: 'browser', notices, clipboard: null });
  const ended = ending();
  const { address, port } = settings.get('endpoint');
  // Another address than the loopback is in the settings only if it was agreed to in the console. Who starts this may be somebody else.
  if (!isLoopbackAddress(address)) {
    console.log(
      `Other computers will reach it, at ${address} and by plain HTTP: keys and tokens can be read on the way. Change it in the console, under Services.`,
    );
  }
  const started = await application.call('endpoint.start', { address, port, profileId: profileOf(settings), exposed: true });
  if (!started.ok) {
    console.error(`The token endpoint cannot start: ${started.message}.`);
    await application.close();
    return 1;
  }
  const { running, clients } = endpointStatus.parse(started.value);
  const active = clients.filter(({ revokedAt }) => revokedAt === null).length;
  console.log(`Roomkeeper serves tokens at ${running?.url}`);
  console.log(
    active > 0
      ? `Clients that may ask: ${active}. End it with Ctrl+C.`
      : 'No client may ask yet: add one in the console (npm start), Services, Token endpoint.',
  );
  await ended;
  await application.close();
  return 0;
}

/** A signal, or the end of the npm that started it. */
const ending = () =>
  new Promise<void>((resolve) => {
    const stopWatching = endWithNpm(resolve);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        stopWatching();
        resolve();
      });
    }
  });
