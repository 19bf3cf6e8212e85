import { Refusal } from '../contract/result';

const service = 'Roomkeeper';

/** Loaded at first use: without libsecret the import itself fails, and the console must start all the same. */
async function keychain<T>(use: (keytar: typeof import('keytar')) => Promise<T>): Promise<T> {
  try {
    return await use((await import('keytar')).default);
  } catch {
    throw new Refusal('keychain-missing', 'The keychain of this machine does not answer');
  }
}

export const storeSecret = (profileId: string, secret: string) => keychain((keytar) => keytar.setPassword(service, profileId, secret));

export async function readSecret(profileId: string): Promise<string> {
  const secret = await keychain((keytar) => keytar.getPassword(service, profileId));
  if (secret === null) throw new Refusal('secret-missing', 'The keychain holds no secret for this profile');
  return secret;
}
