import type { Audit } from '../audit/audit';
import type { EndpointSettings, EndpointStatus } from '../contract/endpoint';
import { Refusal } from '../contract/result';
import { log } from '../log';
import type { Profiles } from '../profiles/profiles';
import type { Presets } from '../tokens/presets';
import type { createAnswers } from './answers';
import { createEndpointApp } from './app';
import type { createClients } from './clients';
import { hostsOf, urlHost } from './gate';
import { createIssuer } from './issuer';
import { type Listening, listen } from './listen';
import { openApiDocument, openApiPath, tokenPath } from './openapi';

type Running = NonNullable<EndpointStatus['running']>;
type Named = { id: string; name: string };
type Place = Pick<EndpointSettings, 'address' | 'port'>;
type Parts = {
  profiles: Profiles;
  presets: Presets;
  audit: Audit;
  clients: ReturnType<typeof createClients>;
  answers: ReturnType<typeof createAnswers>;
};

const stopped = () => new Refusal('conflict', 'It was stopped while it started');
const untilStopped = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(stopped()), { once: true }));

/** The listener, one at most. Whatever goes wrong leaves a state that says how things stand, and nothing that listens beside it. */
export function createService({ profiles, presets, audit, clients, answers }: Parts, onChange: () => void) {
  let state: EndpointStatus['state'] = 'off';
  let running: Running | null = null;
  let server: Listening | undefined;
  let starting: { done: Promise<void>; abort: AbortController } | undefined;
  let stopping: Promise<void> | undefined;
  let isClosed = false;
  const become = (next: EndpointStatus['state'], now: Running | null = null) => {
    state = next;
    running = now;
    onChange();
  };

  async function serve({ address, port }: Place, profile: Named, signal: AbortSignal): Promise<Running> {
    // Said now, and not to the first program that asks: a keychain that is locked, a secret that is missing.
    await Promise.race([profiles.withCredentials(profile.id, async () => {}), untilStopped(signal)]);
    let hosts: ReadonlySet<string> = new Set();
    let document: object | undefined;
    let origin = '';
    const { issue } = createIssuer(profile.id, { profiles, presets, audit });
    const app = createEndpointApp({
      isHost: (host) => hosts.has(host),
      findClient: clients.find,
      isOrigin: clients.isOrigin,
      async issue(client, asked) {
        clients.used(client.id);
        return issue(client, asked);
      },
      note: answers.note,
      document: () => (document ??= openApiDocument(origin)),
    });
    server = await listen(app, address, port);
    if (signal.aborted) throw stopped();
    hosts = hostsOf(address, server.port);
    origin = `http://${urlHost(address, server.port)}`;
    answers.begin(profile);
    return { url: origin + tokenPath, openApi: origin + openApiPath, address, startedAt: new Date().toISOString(), profileId: profile.id };
  }

  async function begin(act: (run: () => Promise<Running>) => Promise<Running>, place: Place, profile: Named, signal: AbortSignal) {
    become('starting');
    try {
      become('running', await act(() => serve(place, profile, signal)));
    } catch (error) {
      await server?.close();
      server = undefined;
      become('off');
      throw error;
    }
  }
  async function end(listening: Listening) {
    become('stopping', running);
    try {
      await listening.close();
      answers.end();
      clients.keepUsed();
    } catch (error) {
      log.warn('endpoint: when clients asked last is not kept', error);
    } finally {
      server = undefined;
      become('off');
    }
  }

  /** Also one that is only starting, even if it waits for a keychain that asks a person. */
  async function stop() {
    starting?.abort.abort();
    await starting?.done.catch(() => {});
    if (server) stopping ??= end(server).finally(() => (stopping = undefined));
    await stopping;
  }

  return {
    state: () => state,
    running: () => running,
    /** `act`: how the start is written down and remembered; where it throws, nothing listens. Throws `conflict`, `closed`, and what `listen` does. */
    async start(place: Place, profile: Named, act: (run: () => Promise<Running>) => Promise<Running>) {
      if (isClosed) throw new Refusal('closed', 'The console is closing');
      if (state !== 'off') throw new Refusal('conflict', 'The token endpoint runs already');
      const abort = new AbortController();
      const done = begin(act, place, profile, abort.signal).finally(() => (starting = undefined));
      starting = { done, abort };
      await done;
    },
    stop,
    async close() {
      isClosed = true;
      await stop();
    },
  };
}
