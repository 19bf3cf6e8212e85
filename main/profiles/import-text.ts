import { parse as parseEnv } from 'dotenv';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { newProfile } from '../contract/profiles';
import { parseServerUrl } from '../contract/server-url';
import { projectsOfCsv } from './import-csv';

/** What this console's own export says of a server beside address and key. */
const choices = newProfile.pick({ environment: true, safety: true, joinPage: true, policy: true });
/** A server as some file describes it; nothing is checked yet. The secret stays in main. `choices`: only of our own export, which has no secrets. */
export type Found = { name: string; url: string; apiKey: string; apiSecret: string; choices?: z.output<typeof choices> };

const text = z.string().catch('');
const project = z.looseObject({ name: text, url: text, api_key: text, api_secret: text });
/** What LiveKit's CLI keeps in `~/.livekit/cli-config.yaml`. */
const lkConfig = z.looseObject({ projects: z.array(project).min(1) });
/** livekit-server's own config: keys and secrets, no address. */
const serverConfig = z.looseObject({ keys: z.record(z.string(), text), port: z.coerce.number().catch(7880) });

/** What `profiles.export` writes. */
const ownExport = z.object({
  roomkeeper: z.literal(1),
  profiles: z.array(choices.extend({ name: text, serverUrl: text, apiKey: text })).min(1),
});
const asJson = (given: string): unknown => {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
};

/** Every scalar as it is written: a secret such as `0123`, `1e5` or `true` is no number and no truth. */
function yamlOf(given: string): unknown {
  const document = parseDocument(given, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined; // an alias bomb
  }
}

export function projectsOfYaml(given: string): Found[] {
  const value = yamlOf(given);
  const lk = lkConfig.safeParse(value).data;
  if (lk) return lk.projects.map(({ name, url, api_key, api_secret }) => ({ name, url, apiKey: api_key, apiSecret: api_secret }));
  const server = serverConfig.safeParse(value).data;
  if (!server) return [];
  const url = `ws://127.0.0.1:${server.port}`;
  return Object.entries(server.keys).map(([apiKey, apiSecret]) => ({ name: '', url, apiKey, apiSecret }));
}

function projectsOfExport(given: string): Found[] {
  const own = ownExport.safeParse(asJson(given)).data;
  return (own?.profiles ?? []).map(({ name, serverUrl: url, apiKey, ...choices }) => ({ name, url, apiKey, apiSecret: '', choices }));
}

const isSameAddress = (one: string, other: string) => {
  const [a, b] = [parseServerUrl(one), parseServerUrl(other)];
  return one === other || ('url' in a && 'url' in b && a.url === b.url);
};

const wanted = /^(?:[A-Z0-9_]*_)?LIVEKIT_(?:WS_)?(URL|API_KEY|API_SECRET)$/;

const kindOf = z.enum(['URL', 'API_KEY', 'API_SECRET']);
const fields = { URL: 'url', API_KEY: 'apiKey', API_SECRET: 'apiSecret' } as const;
type Variable = { name: string; kind: z.output<typeof kindOf>; value: string };

/** The variables of LiveKit in the order in which they stand. */
function variablesOf(given: string): Variable[] {
  return given.split(/\r?\n/).flatMap((line) => {
    const plain = line
      .trim()
      .replace(/^(?:export|set|\$env:)\s*/i, '')
      .replace(/^([A-Z0-9_]+)\s*:\s+/, '$1=');
    return Object.entries(parseEnv(plain)).flatMap(([name, value]) => {
      const kind = kindOf.safeParse(wanted.exec(name)?.[1]).data;
      return kind ? [{ name, kind, value }] : [];
    });
  });
}

/**
 * Blocks of `LIVEKIT_URL=…` lines, as a .env file, `export` lines, PowerShell's `$env:` or a `set` of cmd write them. A second
 * LIVEKIT_URL begins another server. `NEXT_PUBLIC_LIVEKIT_URL` and the like count too, unless they say again what LIVEKIT_URL said.
 */
export function projectsOfLines(given: string): Found[] {
  const found: Found[] = [];
  /** Which variable gave the address of the last server. */
  let urlName = '';
  for (const { name, kind, value } of variablesOf(given)) {
    const last = found.at(-1);
    if (kind === 'URL') {
      if (last && name !== urlName && isSameAddress(last.url, value)) continue;
      urlName = name;
    }
    if (last && last[fields[kind]] === '') last[fields[kind]] = value;
    else found.push({ name: '', url: '', apiKey: '', apiSecret: '', [fields[kind]]: value });
  }
  return found;
}

/** Reads whatever was pasted: the strictest form first, lines last. */
export function projectsOfText(given: string): Found[] {
  const own = projectsOfExport(given);
  if (own.length > 0) return own;
  const table = projectsOfCsv(given);
  if (table.length > 0) return table;
  const yaml = projectsOfYaml(given);
  return yaml.length > 0 ? yaml : projectsOfLines(given);
}
