import { hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { type EndpointClient, type endpointClientChange, type StoredClient, storedClient } from '../contract/endpoint';
import { Refusal } from '../contract/result';
import type { SettingsStore } from '../settings/settings';

type Change = z.output<typeof endpointClientChange>;

/** `rk_` and 256 random bits: nothing that could be guessed, so that one round of SHA-256 keeps it well enough. */
const newKey = () => `rk_${randomBytes(32).toString('base64url')}`;
const hashOf = (key: string) => hash('sha256', key);
const shown = ({ keyHash: _, ...client }: StoredClient): EndpointClient => client;

/** Who may ask, as the settings file has them. */
export function createClients(settings: SettingsStore) {
  const all = () => settings.get('endpoint').clients;
  const used = new Map<string, number>();
  const usedAt = () => Object.fromEntries([...used].map(([id, at]) => [id, new Date(at).toISOString()]));
  let byHash = new Map<string, { client: StoredClient; hash: Buffer }>();
  let origins = new Set<string>();

  const withUse = () => {
    const at = usedAt();
    return all().map((client) => ({ ...client, lastUsedAt: at[client.id] ?? client.lastUsedAt }));
  };

  /** Found by the beginning of its hash, compared as a whole and in constant time. */
  const shelf = (keyHash: string) => keyHash.slice(0, 16);
  function index() {
    const active = all().filter(({ revokedAt }) => revokedAt === null);
    byHash = new Map(active.map((client) => [shelf(client.keyHash), { client, hash: Buffer.from(client.keyHash) }]));
    origins = new Set(active.flatMap((client) => client.origins));
  }
  function store(clients: StoredClient[]) {
    settings.set('endpoint', { ...settings.get('endpoint'), clients });
    index();
  }
  index();

  const get = (id: string): StoredClient => {
    const found = all().find((client) => client.id === id);
    if (!found) throw new Refusal('not-found', 'No such client');
    return found;
  };
  const replace = (changed: StoredClient) => {
    store(all().map((client) => (client.id === changed.id ? changed : client)));
    return shown(changed);
  };
  return {
    get,
    list: (): EndpointClient[] => withUse().map(shown),
    /** The client that has this key and is not revoked. */
    find(key: string): StoredClient | undefined {
      const given = hashOf(key);
      const found = byHash.get(shelf(given));
      return found && timingSafeEqual(found.hash, Buffer.from(given)) ? found.client : undefined;
    },
    /** Whether any client's page comes from there: a preflight does not say whose it is. */
    isOrigin: (origin: string) => origins.has(origin),
    /** Answers a new client's key, once. Throws `invalid-input` for a name that is taken. */
    save({ id, ...given }: Change): { client: EndpointClient; key: string | null } {
      if (all().some((other) => other.id !== id && other.name.toLowerCase() === given.name.toLowerCase())) {
        throw new Refusal('invalid-input', 'name: taken', { issues: [{ path: 'name', code: 'taken' }] });
      }
      if (id) return { client: replace({ ...get(id), ...given }), key: null };
      const key = newKey();
      const client = storedClient.parse({
        id: randomUUID(),
        ...given,
        keyHash: hashOf(key),
        createdAt: new Date().toISOString(),
        revokedAt: null,
        lastUsedAt: null,
      });
      store([...all(), client]);
      return { client: shown(client), key };
    },
    revoke: (id: string) => replace({ ...get(id), revokedAt: get(id).revokedAt ?? new Date().toISOString() }),
    /** Takes a revoked one out of the list. */
    remove(id: string) {
      if (get(id).revokedAt === null) throw new Refusal('conflict', 'Revoke it first');
      store(all().filter((client) => client.id !== id));
    },
    used: (id: string) => void used.set(id, Date.now()),
    usedAt,
    /** Not at each request: that would write the settings file as often. */
    keepUsed() {
      if (used.size > 0) store(withUse());
    },
  };
}
