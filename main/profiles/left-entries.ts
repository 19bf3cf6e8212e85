import { log } from '../log';
import type { SettingsStore } from '../settings/settings';
import { deleteEntry } from './keychain';

/** Entries of the keychain that nothing names any more and that it did not let go: kept in mind, and deleted once it answers. */
export function createLeftEntries(settings: SettingsStore) {
  const all = () => settings.get('leftEntries');
  const forget = (account: string) =>
    settings.set(
      'leftEntries',
      all().filter((other) => other !== account),
    );
  let removing = Promise.resolve();
  async function removeAll() {
    for (const account of all()) {
      try {
        await deleteEntry(account);
        forget(account);
      } catch (error) {
        log.warn('A former secret is still in the keychain', error);
        return;
      }
    }
  }
  return {
    isAny: (profileId: string) => all().some((account) => account.startsWith(`${profileId}/`)),
    add: (account: string) => settings.set('leftEntries', [...new Set([...all(), account])]),
    /** Before an account is written to again: a deletion under way would otherwise take the new secret along. Answers how to undo it. */
    async claim(account: string): Promise<() => void> {
      await removing;
      if (!all().includes(account)) return () => {};
      forget(account);
      return () => this.add(account);
    },
    /** Never throws: it is tried again at the next occasion. */
    remove() {
      if (all().length > 0) removing = removing.then(removeAll);
      return removing;
    },
  };
}
export type LeftEntries = ReturnType<typeof createLeftEntries>;
