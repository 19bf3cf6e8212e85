import type { Emit, Handlers } from '../application';
import type { Keep } from '../contract/profiles';
import { Refusal } from '../contract/result';
import { type Credentials, createClients } from '../livekit/clients';
import type { Profiles } from '../profiles/profiles';
import type { SettingsStore } from '../settings/settings';
import { createInstallation } from './installation';
import { lastPort, localProfile, type ProfileChanges, usualPort } from './local-profile';
import { freeUdpPort, portFor } from './ports';
import { serverConfig } from './server-config';
import { createServerLog, ownLine, readLogLine } from './server-log';
import { isReady, type ServerProcess, startServerProcess } from './server-process';
import { createStatus } from './status';

export type LocalServerCalls =
  | 'localServer.status'
  | 'localServer.start'
  | 'localServer.stop'
  | 'localServer.install'
  | 'localServer.log'
  | 'localServer.sendWebhooks';

/** Whether what listens there takes our key: another server that came first on the port does not. */
const takesKey = (credentials: Credentials) =>
  createClients(credentials, { timeoutSeconds: 2 })
    .rooms.listRooms(['none'])
    .then(
      () => true,
      () => false,
    );

/** A livekit-server of this machine, on the loopback, for as long as the console runs. `receiverUrl`: where this console receives webhooks. */
export function createLocalServer(
  settings: SettingsStore,
  profiles: Profiles,
  changes: ProfileChanges,
  emit: Emit,
  receiverUrl: () => string,
): { handlers: Pick<Handlers, LocalServerCalls>; close: () => Promise<void> } {
  const log = createServerLog((line) => emit('localServer.logged', line));
  const sendsWebhooks = () => settings.get('localServer').sendsWebhooks;
  const status = createStatus(emit, () => ({ sendsWebhooks: sendsWebhooks(), port: lastPort(settings) }));
  const installation = createInstallation(status, log);
  let server: ServerProcess | undefined;
  let starting: { done: Promise<void>; abort: AbortController } | undefined;
  let isClosed = false;
  /** Where the log of this run begins. */
  let begunAt = 0;

  /** Every way out leaves a status that says how things stand. */
  async function start(asked: number | undefined, keep: Keep, signal: AbortSignal) {
    begunAt = log.count();
    status.change('starting');
    try {
      const { found } = await status.look();
      if (!found) throw new Refusal('program-missing', 'No livekit-server was found');
      const port = await portFor(asked, [lastPort(settings), usualPort]);
      const profileId = await localProfile(settings, profiles, changes, port, keep);
      await launch(found, port, profileId, signal);
    } catch (error) {
      const itsFault = error instanceof Refusal && error.code === 'program-failed';
      status.change(itsFault ? 'failed' : 'stopped', { note: (itsFault && error.details.answer) || null });
      throw error;
    }
  }

  async function launch(program: { path: string; version: string }, port: number, profileId: string, signal: AbortSignal) {
    const [udp, begun] = [await freeUdpPort(), Date.now()];
    const webhookUrl = sendsWebhooks() ? receiverUrl() : '';
    const { started, ready } = await profiles.withCredentials(profileId, async (keys) => {
      const config = serverConfig(keys, { http: port, udp }, webhookUrl);
      const started = startServerProcess(program.path, config, (line) => log.add(readLogLine(line)));
      server = started;
      void started.ended.then(noteEnd);
      const endEarly = () => void started.stop();
      signal.addEventListener('abort', endEarly, { once: true });
      if (signal.aborted) endEarly();
      const ready = await isReady(started, () => takesKey({ ...keys, serverUrl: `ws://127.0.0.1:${port}` }));
      signal.removeEventListener('abort', endEarly);
      return { started, ready };
    });
    if (!ready || signal.aborted) {
      await started.stop();
      if (signal.aborted) throw new Refusal('conflict', 'It was stopped while it started');
      throw new Refusal('program-failed', 'livekit-server did not start', { answer: log.lastError(begunAt) ?? 'It does not answer' });
    }
    log.add(ownLine(`ready after ${Date.now() - begun} ms, http://127.0.0.1:${port} answers OK`));
    await changes['profiles.sawVersion']({ serverUrl: `ws://127.0.0.1:${port}`, version: program.version });
    status.change('running', {
      running: { url: `ws://127.0.0.1:${port}`, pid: started.pid, startedAt: new Date(begun).toISOString(), profileId, webhookUrl },
    });
  }

  function noteEnd(how: string) {
    server = undefined;
    const crashed = status.is('running');
    log.add(ownLine(`livekit-server has ended: ${how}`, crashed ? 'error' : 'info'));
    if (crashed) status.change('failed', { note: log.lastError(begunAt) ?? how });
  }

  async function ensureStarted(port: number | undefined, keep: Keep) {
    if (!starting && !server) {
      const abort = new AbortController();
      const done = start(port, keep, abort.signal).finally(() => {
        starting = undefined;
      });
      starting = { done, abort };
    }
    await starting?.done;
  }

  async function stop() {
    await installation.cancel();
    starting?.abort.abort();
    await starting?.done.catch(() => {});
    if (!server) return;
    status.change('stopping');
    await server.stop();
    status.change('stopped');
  }

  return {
    handlers: {
      async 'localServer.status'() {
        if (!server && !starting && !installation.isUnderWay()) await status.look();
        return status.shown();
      },
      async 'localServer.start'({ port, keep }) {
        if (isClosed) throw new Refusal('closed', 'The console is closing');
        if (installation.isUnderWay() || status.is('stopping')) throw new Refusal('conflict', 'It is being installed or stopped');
        await ensureStarted(port, keep);
        return status.shown();
      },
      /** livekit-server reads where webhooks go when it starts, and only then: a running one is started anew. */
      async 'localServer.sendWebhooks'({ on }) {
        settings.set('localServer', { ...settings.get('localServer'), sendsWebhooks: on });
        const { running, state } = status.shown();
        if (!running) status.change(state === 'missing' ? 'stopped' : state);
        if (!running || isClosed) return status.shown();
        await stop();
        await ensureStarted(Number(new URL(running.url).port), 'keychain');
        return status.shown();
      },
      async 'localServer.stop'() {
        await stop();
        return status.shown();
      },
      async 'localServer.install'() {
        const { go } = await status.look();
        if (!go?.recent) throw new Refusal('program-missing', 'Go 1.26 or newer was not found');
        if (server || starting || isClosed) throw new Refusal('conflict', 'livekit-server is running');
        if (!installation.isUnderWay()) installation.start(go.path);
        return status.shown();
      },
      'localServer.log': async () => log.lines(),
    },
    async close() {
      isClosed = true;
      await stop();
    },
  };
}
