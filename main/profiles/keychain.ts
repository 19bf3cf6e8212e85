import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { KeychainStatus } from '../contract/profiles';
import { type FailureCode, Refusal } from '../contract/result';
import { log } from '../log';

type Keytar = typeof import('keytar');
type Trouble = Exclude<KeychainStatus['state'], 'ready'>;

/** As the operating system shows its entries to people. */
const service = 'Roomkeeper';
const codes = {
  locked: 'keychain-locked',
  dismissed: 'keychain-dismissed',
  'no-service': 'keychain-missing',
  'no-bus': 'keychain-no-bus',
  'no-library': 'keychain-no-library',
} as const satisfies Record<Trouble, FailureCode>;

/** What keytar's errors say: libsecret's and GDBus's own words on Linux, Security.framework's on macOS. */
const words: [Trouble, RegExp][] = [
  ['no-library', /Failed to load keytar native addon/],
  ['no-bus', /autolaunch D-Bus|Could not connect|Connection refused|DBUS_SESSION_BUS_ADDRESS/i],
  ['no-service', /not provided by any \.service|default keychain could not be found/],
  // `Object does not exist`: there is no keyring yet and nobody who could be asked to make one.
  ['locked', /locked collection|IsLocked|Object does not exist at path|interaction is not allowed/i],
  ['dismissed', /cancel|dismiss|passphrase you entered is not correct/i],
];
const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** A refused prompt and a locked keyring give the same error; where a person could be asked and it took a while, they were. */
function troubleOf(error: unknown, elapsedMs: number): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const trouble = words.find(([, pattern]) => pattern.test(message))?.[0] ?? 'no-service';
  const asked = trouble === 'locked' && hasDisplay() && elapsedMs > 500;
  return new Refusal(codes[asked ? 'dismissed' : trouble], `Keychain: ${message}`);
}

/** By require: an import that fails once fails for ever, and people install libsecret while the console runs. */
const require = createRequire(import.meta.url);
let tail: Promise<unknown> = Promise.resolve();
let underWay = 0;
/** Node waits at its exit for the threads of its pool, hence for a prompt that nobody answers: end without them. */
const endWithoutThreads = () => {
  if (underWay > 0) process.kill(process.pid, 'SIGKILL');
};
/** One call at a time: each one blocks a thread of Node's pool of four for as long as the keychain's prompt is open. */
function queued<T>(use: (keytar: Keytar) => Promise<T>): Promise<T> {
  const run = tail.then(async () => {
    const start = Date.now();
    underWay += 1;
    process.off('exit', endWithoutThreads).once('exit', endWithoutThreads); // last, after what others do at the exit
    try {
      const keytar: Keytar = require('keytar');
      return await use(keytar);
    } catch (error) {
      throw troubleOf(error, Date.now() - start);
    } finally {
      underWay -= 1;
    }
  });
  tail = run.catch(() => undefined);
  return run;
}

/** A prompt that nobody answers keeps the call waiting without end. */
async function within<T>(seconds: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('keychain-locked', 'Keychain: its prompt was not answered')), seconds * 1_000);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

const patience = 60;
/**
 * On Linux a locked keyring answers with "no such entry", and the question that tells it from one without the entry may open it: what
 * was not there is looked for once more then.
 */
async function surely<T>(use: (keytar: Keytar) => Promise<T>, isThere: (answer: T) => boolean): Promise<T> {
  const answer = await within(patience, queued(use));
  if (isThere(answer)) return answer;
  await ensureReady();
  return within(patience, queued(use));
}
/** Null where a keychain that is open has none. Throws `keychain-*`. */
export const readEntry = (account: string) =>
  surely(
    (keytar) => keytar.getPassword(service, account),
    (secret) => secret !== null,
  );
/** False where a keychain that is open had none. Throws `keychain-*`. */
export const deleteEntry = (account: string) => surely((keytar) => keytar.deletePassword(service, account), Boolean);

const putBack = (account: string, old: string | null) =>
  queued<unknown>((keytar) => (old === null ? keytar.deletePassword(service, account) : keytar.setPassword(service, account, old)));

/**
 * Writes and reads back; answers how to put the former value back. A failure leaves the former value, also when the prompt is answered
 * after our patience has ended. Throws `keychain-*`.
 */
export async function writeEntry(account: string, secret: string): Promise<() => Promise<unknown>> {
  const former = await readEntry(account);
  const undo = () => within(patience, putBack(account, former));
  let isWritten = false;
  const writing = queued(async (keytar) => {
    await keytar.setPassword(service, account, secret);
    isWritten = true;
    return keytar.getPassword(service, account);
  });
  try {
    if ((await within(patience, writing)) === secret) return undo;
  } catch (error) {
    const takeBack = () => (isWritten ? undo() : undefined);
    writing
      .then(takeBack, takeBack)
      .catch((failure: unknown) => log.warn('What was written in vain may still be in the keychain', failure));
    throw error;
  }
  await undo();
  throw new Refusal('keychain-missing', 'Keychain: it did not keep what was written');
}

const platforms = ['linux', 'darwin', 'win32'] as const;
const platform = platforms.find((known) => known === process.platform) ?? 'other';
const names = { darwin: 'macOS Keychain', win32: 'Windows Credential Manager' } as const;
const keychainName = () => {
  if (platform === 'darwin' || platform === 'win32') return names[platform];
  return /KDE/i.test(process.env.XDG_CURRENT_DESKTOP ?? '') ? 'KWallet' : 'GNOME Keyring';
};

/** Asks by writing, reading and deleting an entry of its own: on Linux a locked keyring answers a mere read with "no such entry". */
export async function checkKeychain(patienceSeconds = 10): Promise<KeychainStatus> {
  // Of its own: another console that checks the same keychain now would delete ours before we have read it.
  const account = `keychain-check ${randomUUID()}`;
  const roundTrip = queued(async (keytar) => {
    await keytar.setPassword(service, account, account);
    try {
      return (await keytar.getPassword(service, account)) === account ? 'ready' : 'no-service';
    } finally {
      await keytar.deletePassword(service, account);
    }
  });
  const state = await within(patienceSeconds, roundTrip).catch((error: unknown) => {
    const code = error instanceof Refusal ? error.code : undefined;
    return troubles.find((trouble) => codes[trouble] === code) ?? 'no-service';
  });
  return { state, name: keychainName(), platform };
}
const troubles: Trouble[] = ['locked', 'dismissed', 'no-service', 'no-bus', 'no-library'];

/** Throws `keychain-*` unless the keychain is ready. */
async function ensureReady(): Promise<void> {
  const { state } = await checkKeychain(patience);
  if (state !== 'ready') throw new Refusal(codes[state], `Keychain: ${state}`);
}
