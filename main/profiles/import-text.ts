import { parse as parseEnv } from 'dotenv';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { projectsOfCsv } from './import-csv';

/** A server as some file describes it; nothing is checked yet. The secret stays in main. */
export type Found = { name: string; url: string; apiKey: string; apiSecret: string };

/** YAML reads a key of digits as a number. */
const text = z.union([z.string(), z.number().transform(String)]).catch('');
const project = z.looseObject({ name: text, url: text, api_key: text, api_secret: text });
/** What LiveKit's CLI keeps in `~/.livekit/cli-config.yaml`. */
const lkConfig = z.looseObject({ projects: z.array(project).min(1) });
/** livekit-server's own config: keys and secrets, no address. */
const serverConfig = z.looseObject({ keys: z.record(z.string(), text), port: z.coerce.number().catch(7880) });

function yamlOf(given: string): unknown {
  const document = parseDocument(given, { uniqueKeys: false, logLevel: 'silent' });
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

const wanted = /^(?:[A-Z0-9_]*_)?LIVEKIT_(?:WS_)?(URL|API_KEY|API_SECRET)$/;

/**
 * Blocks of `LIVEKIT_URL=…` lines, as a .env file, `export` lines, PowerShell's `$env:` or a `set` of cmd write them. A second
 * LIVEKIT_URL begins another server. `NEXT_PUBLIC_LIVEKIT_URL` and the like count too.
 */
export function projectsOfLines(given: string): Found[] {
  const found: Found[] = [];
  const fields = { URL: 'url', API_KEY: 'apiKey', API_SECRET: 'apiSecret' } as const;
  for (const line of given.split(/\r?\n/)) {
    const plain = line
      .trim()
      .replace(/^(?:export|set|\$env:)\s*/i, '')
      .replace(/^([A-Z0-9_]+)\s*:\s+/, '$1=');
    for (const [key, value] of Object.entries(parseEnv(plain))) {
      const kind = z.enum(['URL', 'API_KEY', 'API_SECRET']).safeParse(wanted.exec(key)?.[1]).data;
      if (!kind) continue;
      const last = found.at(-1);
      if (last && last[fields[kind]] === '') last[fields[kind]] = value;
      else found.push({ name: '', url: '', apiKey: '', apiSecret: '', [fields[kind]]: value });
    }
  }
  return found;
}

/** Reads whatever was pasted: the strictest form first, lines last. */
export function projectsOfText(given: string): Found[] {
  const table = projectsOfCsv(given);
  if (table.length > 0) return table;
  const yaml = projectsOfYaml(given);
  return yaml.length > 0 ? yaml : projectsOfLines(given);
}
