import type { Keep, StoredProfile } from '../contract/profiles';
import { Refusal } from '../contract/result';
import { deleteEntry, readEntry, writeEntry } from './keychain';

export type Owner = Pick<StoredProfile, 'id' | 'apiKey'>;

/** An entry belongs to a key, not only to a profile: a rotation has old and new side by side until the profile names the new key. */
export const accountOf = ({ id, apiKey }: Owner) => `${id}/${apiKey}`;

async function removeEntry(owner: Owner & Pick<StoredProfile, 'secretStoredAt'>): Promise<void> {
  if (owner.secretStoredAt !== null) await deleteEntry(accountOf(owner));
}

/**
 * The secrets of all profiles: in the keychain, or, where the user chose it, in the memory of this process until it ends. There is no
 * third place. Everything here throws `keychain-*`.
 */
export function createSecretStore() {
  const session = new Map<string, string>();
  return {
    isInSession: (owner: Owner) => session.has(accountOf(owner)),
    /** Answers how to put the former secret back. */
    async store(owner: Owner, secret: string, keep: Keep): Promise<() => Promise<unknown>> {
      const account = accountOf(owner);
      const former = session.get(account);
      const undoEntry = keep === 'keychain' ? await writeEntry(account, secret) : async () => {};
      if (keep === 'session') session.set(account, secret);
      else session.delete(account);
      return async () => {
        if (former === undefined) session.delete(account);
        else session.set(account, former);
        await undoEntry();
      };
    },
    /** Throws `secret-missing` where a working keychain holds none. */
    async read(owner: Owner & Pick<StoredProfile, 'secretStoredAt'>): Promise<string> {
      const account = accountOf(owner);
      const kept = session.get(account) ?? (owner.secretStoredAt === null ? null : await readEntry(account));
      if (kept !== null) return kept;
      throw new Refusal('secret-missing', 'No secret is kept for this profile');
    },
    async remove(owner: Owner & Pick<StoredProfile, 'secretStoredAt'>): Promise<void> {
      await removeEntry(owner);
      session.delete(accountOf(owner));
    },
    removeEntry,
    /** Forgets what is kept for the session; the keychain is left alone. */
    forget: (owner: Owner) => void session.delete(accountOf(owner)),
  };
}
export type SecretStore = ReturnType<typeof createSecretStore>;
