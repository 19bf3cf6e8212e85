import { randomUUID } from 'node:crypto';
import type { Emit, Handlers } from '../application';
import type { Keep, StoredProfile } from '../contract/profiles';
import { Refusal } from '../contract/result';
import type { Credentials } from '../livekit/clients';
import { log } from '../log';
import type { SettingsStore } from '../settings/settings';
import { checkKeychain } from './keychain';
import { createLeftEntries } from './left-entries';
import { probe, probeWithoutSecret } from './probe';
import { createProfileStore } from './profile-store';
import { accountOf, createSecretStore, type Owner } from './secret-store';
import { createStorages, type StorageCalls, type Storages } from './storages';
import { createTransfer } from './transfer';
import { createVersions } from './versions';

export type ProfileCalls =
  | StorageCalls
  | 'keychain.check'
  | 'profiles.list'
  | 'profiles.create'
  | 'profiles.change'
  | 'profiles.delete'
  | 'profiles.setSecret'
  | 'profiles.removeSecret'
  | 'profiles.probe'
  | 'profiles.sawVersion'
  | 'profiles.previewImport'
  | 'profiles.import'
  | 'profiles.export';

/** What other features get of profiles. */
export interface Profiles {
  /** Throws `not-found`. */
  get(profileId: string): StoredProfile;
  /** Reads the keychain for one operation and forgets what it read. Throws `keychain-*`, `secret-missing`. */
  withCredentials<T>(profileId: string, use: (credentials: Credentials) => Promise<T>): Promise<T>;
}

export function createProfiles(
  settings: SettingsStore,
  emit: Emit,
): { handlers: Pick<Handlers, ProfileCalls>; profiles: Profiles; storages: Storages } {
  const storages = createStorages(settings);
  const secrets = createSecretStore();
  const [versions, left] = [createVersions(settings), createLeftEntries(settings)];
  const store = createProfileStore(settings, emit, { secrets, versions, left });

  async function readSecret(profile: StoredProfile): Promise<string> {
    try {
      const secret = await secrets.read(profile);
      store.mark(profile.id, false);
      return secret;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'secret-missing') store.mark(profile.id, true);
      throw error;
    }
  }
  /** The secret first, then the profile that names it; if the settings file cannot be written the former secret is back. */
  async function keepSecret(owner: Owner, secret: string, keep: Keep, write: (secretStoredAt: string | null) => StoredProfile) {
    const unclaim = keep === 'keychain' ? await left.claim(accountOf(owner)) : () => {};
    const undo = await secrets.store(owner, secret, keep).catch((error: unknown) => {
      unclaim();
      throw error;
    });
    try {
      const stored = write(keep === 'keychain' ? new Date().toISOString() : null);
      store.mark(stored.id, false);
      if (keep === 'keychain') void removeLeft();
      return stored;
    } catch (error) {
      await undo();
      unclaim();
      throw error;
    }
  }
  /** Comes last in a rotation: where it fails the profile is whole, and only an entry too many remains, which is kept in mind. */
  async function removeFormer(former: StoredProfile, apiKey: string) {
    try {
      await secrets.removeEntry(former);
    } catch (error) {
      log.warn('The former secret stays in the keychain for now', error);
      left.add(accountOf(former));
      store.tell();
    }
    if (former.apiKey !== apiKey) secrets.forget(former);
  }
  async function removeLeft() {
    const had = store.all().some(({ id }) => left.isAny(id));
    await left.remove();
    if (had) store.tell();
  }

  const add: Handlers['profiles.create'] = async ({ apiSecret, keep, name, ...given }) => {
    store.ensureFree(name);
    const profile = { ...given, name: name || store.freeName(new URL(given.serverUrl).host), id: randomUUID() };
    return store.shown(await keepSecret(profile, apiSecret, keep, (secretStoredAt) => store.add({ ...profile, secretStoredAt })));
  };
  const transfer = createTransfer(store.all, store.freeName, add, (profile) =>
    store.shown(store.add({ ...profile, id: randomUUID(), secretStoredAt: null })),
  );
  const otherProfile: Parameters<typeof probe>[1] = ({ serverUrl, apiKey }) =>
    store.all().find((other) => other.apiKey === apiKey && other.serverUrl !== serverUrl)?.name ?? null;
  async function probeSaved(id: string) {
    const profile = store.get(id);
    try {
      const apiSecret = await readSecret(profile);
      return await probe({ serverUrl: profile.serverUrl, apiKey: profile.apiKey, apiSecret }, otherProfile, 'watched');
    } catch (error) {
      if (error instanceof Refusal) return probeWithoutSecret(profile.serverUrl, error);
      throw error;
    }
  }

  return {
    profiles: {
      get: store.get,
      async withCredentials(id, use) {
        const profile = store.get(id);
        return use({ serverUrl: profile.serverUrl, apiKey: profile.apiKey, apiSecret: await readSecret(profile) });
      },
    },
    storages: storages.storages,
    handlers: {
      ...storages.handlers,
      async 'keychain.check'() {
        const status = await checkKeychain();
        if (status.state === 'ready') void removeLeft();
        return status;
      },
      'profiles.list': async () => store.all().map(store.shown),
      async 'profiles.create'(given) {
        const created = await add(given);
        store.open(created.id);
        return created;
      },
      async 'profiles.change'({ id, ...change }) {
        store.ensureFree(change.name, id);
        return store.shown(store.replace({ ...store.get(id), ...change }));
      },
      async 'profiles.setSecret'({ id, apiKey, apiSecret, keep }) {
        const former = store.get(id);
        const stored = await keepSecret({ id, apiKey }, apiSecret, keep, (secretStoredAt) =>
          store.replace({ ...store.get(id), apiKey, secretStoredAt }),
        );
        if (former.apiKey !== apiKey || keep === 'session') await removeFormer(former, apiKey);
        return store.shown(stored);
      },
      async 'profiles.removeSecret'({ id }) {
        await secrets.remove(store.get(id));
        return store.shown(store.replace({ ...store.get(id), secretStoredAt: null }));
      },
      async 'profiles.delete'({ id, leaveSecret }) {
        const profile = store.get(id);
        const leave = leaveSecret ? left.add : null;
        await storages.removeAll(id, leave);
        if (leave && profile.secretStoredAt !== null) leave(accountOf(profile));
        if (leave) secrets.forget(profile);
        else await secrets.remove(profile);
        store.remove(id);
        return {};
      },
      async 'profiles.probe'(request) {
        const serverUrl = 'id' in request ? store.get(request.id).serverUrl : request.serverUrl;
        const report = await ('id' in request ? probeSaved(request.id) : probe(request, otherProfile, request.asked ? 'asked' : 'typed'));
        return { ...report, version: versions.of(serverUrl) };
      },
      async 'profiles.sawVersion'({ serverUrl, version }) {
        if (versions.saw(serverUrl, version)) store.tell();
        return {};
      },
      ...transfer,
      async 'profiles.import'(request) {
        const result = await transfer['profiles.import'](request);
        const [first] = result.imported;
        if (first && store.openId() === null) store.open(first.id);
        return result;
      },
    },
  };
}
