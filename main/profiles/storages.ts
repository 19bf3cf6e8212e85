import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Handlers } from '../application';
import { type FormValues, formProblems, formValues } from '../contract/form';
import { Refusal } from '../contract/result';
import { type KeptStorage, storageForm, storageKinds } from '../contract/storages';
import type { SettingsStore } from '../settings/settings';
import { deleteEntry, readEntry, writeEntry } from './keychain';

export type StorageCalls = 'storages.list' | 'storages.keep' | 'storages.remove';
/** What other features get of storages. */
export interface Storages {
  /** Throws `not-found`. */
  get(profileId: string, id: string): KeptStorage;
  /** Reads the keychain for one operation: its fields, as they were typed. Throws `not-found`, `keychain-*`, `secret-missing`. */
  read(profileId: string, id: string): Promise<FormValues>;
}

const accountOf = ({ profileId, id }: Pick<KeptStorage, 'profileId' | 'id'>) => `${profileId}/storage/${id}`;
/** What was typed of a storage among the other fields of its form. */
const typedOf = (values: FormValues): FormValues =>
  Object.fromEntries(storageForm.fields.flatMap(({ path }) => (values[path] ? [[path, values[path]]] : [])));

/** Where recordings go, with the credentials for it: those are in the keychain, the settings know names. */
export function createStorages(settings: SettingsStore) {
  const of = (profileId: string) => settings.get('storages').filter((one) => one.profileId === profileId);
  const forget = (ids: string[]) =>
    settings.set(
      'storages',
      settings.get('storages').filter(({ id }) => !ids.includes(id)),
    );
  function get(profileId: string, id: string): KeptStorage {
    const found = of(profileId).find((one) => one.id === id);
    if (!found) throw new Refusal('not-found', 'No such storage');
    return found;
  }
  async function remove(storage: KeptStorage) {
    await deleteEntry(accountOf(storage));
    forget([storage.id]);
  }
  const handlers: Pick<Handlers, StorageCalls> = {
    'storages.list': async ({ profileId }) => of(profileId),
    async 'storages.keep'({ profileId, name, values }) {
      const typed = typedOf(values);
      const issues = formProblems(storageForm, typed);
      if (of(profileId).some((one) => one.name === name)) issues.push({ path: 'name', code: 'taken' });
      if (issues.length > 0) throw new Refusal('invalid-input', 'storage: some fields are not valid', { issues });
      const storage = { id: randomUUID(), profileId, name, kind: z.enum(storageKinds).parse(typed.storage_kind) };
      const undo = await writeEntry(accountOf(storage), JSON.stringify(typed));
      try {
        settings.set('storages', [...settings.get('storages'), storage]);
      } catch (error) {
        await undo();
        throw error;
      }
      return storage;
    },
    async 'storages.remove'({ profileId, id }) {
      await remove(get(profileId, id));
      return {};
    },
  };
  return {
    handlers,
    /** With their profile. `leave`: for a keychain that does not answer; is told each entry that stays behind. */
    async removeAll(profileId: string, leave: ((account: string) => void) | null) {
      for (const storage of of(profileId)) {
        if (!leave) await remove(storage);
        else {
          leave(accountOf(storage));
          forget([storage.id]);
        }
      }
    },
    storages: {
      get,
      async read(profileId, id) {
        const kept = await readEntry(accountOf(get(profileId, id)));
        if (kept !== null) return formValues.parse(JSON.parse(kept));
        throw new Refusal('secret-missing', 'The keychain holds nothing for this storage');
      },
    } satisfies Storages,
  };
}
