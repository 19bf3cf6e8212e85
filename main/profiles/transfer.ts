import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Handlers } from '../application';
import type { Input, Output } from '../contract';
import { type ImportEntry, type NewProfile, newProfile, type Profile, type StoredProfile } from '../contract/profiles';
import { Refusal } from '../contract/result';
import { parseServerUrl } from '../contract/server-url';
import { type Found, projectsOfText, projectsOfYaml } from './import-text';

type Source = Input<'profiles.previewImport'>;
type Calls = 'profiles.previewImport' | 'profiles.import' | 'profiles.export';

/** Where LiveKit's CLI keeps its projects, secrets in the clear. */
const lkConfigFile = () => path.join(homedir(), '.livekit/cli-config.yaml');

async function read(source: Source): Promise<{ file: string | null; found: Found[] }> {
  if (source.kind === 'text') return { file: null, found: projectsOfText(source.text) };
  const file = lkConfigFile();
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('file-unreadable', `${file} cannot be read`, { values: { file } });
  });
  return { file, found: projectsOfYaml(text) };
}

/** The same server and key have the same name in each preview; nothing of the secret is in it. */
const refOf = ({ url, apiKey, name }: Found, index: number) =>
  createHash('sha256').update([url, apiKey, name, index].join('\n')).digest('hex').slice(0, 16);

function problemOf({ url, apiKey, apiSecret, choices }: Found): ImportEntry['problem'] {
  if (url === '') return 'no-address';
  if ('problem' in parseServerUrl(url)) return 'bad-address';
  if (apiKey === '') return 'no-key';
  return apiSecret === '' && !choices ? 'no-secret' : null;
}

function entriesOf(found: Found[], saved: StoredProfile[]): ImportEntry[] {
  const known = new Map(saved.map(({ serverUrl, apiKey, name }) => [`${serverUrl}\n${apiKey}`, name]));
  return found.map((one, index) => {
    const address = parseServerUrl(one.url);
    const serverUrl = 'url' in address ? address.url : one.url.replace(/\/\/[^/]*@/, '//…@').slice(0, 200);
    const name = one.name.trim().slice(0, 80) || ('url' in address ? address.host.slice(0, 80) : one.apiKey.slice(0, 80));
    const place = `${serverUrl}\n${one.apiKey}`;
    const duplicateOf = known.get(place) ?? null;
    const problem = problemOf(one);
    // What cannot be imported is not what a later, whole one repeats.
    if (duplicateOf === null && problem === null) known.set(place, name);
    const insecure = 'url' in address && address.insecure;
    const { apiKey, apiSecret, choices } = one;
    const environment = choices?.environment ?? null;
    return { ref: refOf(one, index), name, serverUrl, apiKey, hasSecret: apiSecret !== '', insecure, environment, problem, duplicateOf };
  });
}

const codeOf = ({ problem }: ImportEntry, error: unknown) => problem ?? (error instanceof Refusal ? error.code : 'invalid-input');

/**
 * Servers in and out: in from files and pasted text, out without secrets. `create` puts one secret into the keychain, `addWithoutSecret`
 * leaves it to be typed.
 */
export function createTransfer(
  all: () => StoredProfile[],
  freeName: (wanted: string) => string,
  create: Handlers['profiles.create'],
  addWithoutSecret: (profile: Omit<StoredProfile, 'id' | 'secretStoredAt'>) => Profile,
): Pick<Handlers, Calls> {
  async function importOne(
    { serverUrl, apiKey, name, problem }: ImportEntry,
    { apiSecret = '', choices }: Partial<Found>,
    rest: Pick<NewProfile, 'environment' | 'keep'>,
  ) {
    if (problem) throw new Refusal('invalid-input', problem);
    const place = { name: freeName(name), serverUrl, apiKey };
    return choices ? addWithoutSecret({ ...place, ...choices }) : create(newProfile.parse({ ...place, apiSecret, ...rest }));
  }
  return {
    async 'profiles.previewImport'(source) {
      const { file, found } = await read(source);
      if (found.length === 0) throw new Refusal('nothing-to-import', 'No server was found');
      return { file, entries: entriesOf(found, all()) };
    },
    async 'profiles.import'({ source, refs, environment, keep }) {
      const { found } = await read(source);
      const entries = entriesOf(found, all());
      const known = new Set(entries.map(({ ref }) => ref));
      if (!refs.every((ref) => known.has(ref))) throw new Refusal('conflict', 'It is no longer what the preview showed');
      const result: Output<'profiles.import'> = { imported: [], failed: [] };
      for (const [index, entry] of entries.entries()) {
        if (!refs.includes(entry.ref)) continue;
        try {
          result.imported.push(await importOne(entry, found[index] ?? {}, { environment, keep }));
        } catch (error) {
          result.failed.push({ name: entry.name, code: codeOf(entry, error) });
        }
      }
      return result;
    },
    async 'profiles.export'({ ids }) {
      const chosen = all().filter(({ id }) => ids.length === 0 || ids.includes(id));
      const profiles = chosen.map(({ id: _, secretStoredAt: __, ...rest }) => rest);
      const text = `${JSON.stringify({ roomkeeper: 1, profiles }, null, 2)}\n`;
      return { filename: 'roomkeeper-servers.json', text };
    },
  };
}
