import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Emit, Handlers } from '../application';
import { Refusal } from '../contract/result';
import { type Preset, presetFile } from '../contract/tokens';
import type { SettingsStore } from '../settings/settings';
import { builtinPresets } from './builtin-presets';

export type PresetCalls = 'presets.list' | 'presets.save' | 'presets.delete' | 'presets.export' | 'presets.import';
type Body = z.output<typeof presetFile>['presets'][number];

/** What the token desk needs of presets. Throws `not-found`. */
export interface Presets {
  get(id: string): Preset;
}

const sameName = (one: string) => (other: { name: string }) => one.toLocaleLowerCase() === other.name.toLocaleLowerCase();
const atField = (path: string, code: string, answer?: string) =>
  new Refusal('invalid-input', `${path}: ${code}`, { issues: [{ path, code }], ...(answer && { answer }) });

/** `Guest`, `Guest (2)`, `Guest (3)`: the first that is free. */
function freeName(name: string, taken: Preset[]): string {
  const [, base = name] = /^(.*?)(?: \(\d+\))?$/.exec(name) ?? [];
  let free = name;
  for (let number = 2; taken.some(sameName(free)); number += 1) free = `${base.slice(0, 54)} (${number})`;
  return free;
}

function readFile(text: string): Body[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw atField('text', 'not-json');
  }
  const parsed = presetFile.safeParse(json);
  const over = parsed.data?.presets.findIndex(({ ttlSeconds, longestLifetimeSeconds }) => ttlSeconds > longestLifetimeSeconds) ?? -1;
  if (over >= 0) throw atField('text', 'not-allowed', `presets.${over}.ttlSeconds: out-of-range`);
  if (parsed.success) return parsed.data.presets;
  const [issue] = parsed.error.issues;
  throw atField('text', 'not-allowed', issue && `${issue.path.join('.')}: ${issue.message}`);
}

const body = ({ id: _, builtin: _builtin, ...rest }: Preset): Body => rest;

/** The console's own presets and the user's, which lie in the settings file. */
export function createPresets(settings: SettingsStore, emit: Emit): { handlers: Pick<Handlers, PresetCalls>; presets: Presets } {
  const own = () => settings.get('presets');
  const all = () => [...builtinPresets, ...own()];
  const store = (presets: Preset[]) => {
    settings.set('presets', presets);
    emit('presets.changed', all());
  };
  const ownById = (id: string) => {
    const found = own().find((preset) => preset.id === id);
    if (!found) throw new Refusal('not-found', 'No such preset of your own');
    return found;
  };

  const handlers: Pick<Handlers, PresetCalls> = {
    'presets.list': async () => all(),
    async 'presets.save'({ id, ...given }) {
      if (all().some((preset) => preset.id !== id && sameName(given.name)(preset))) throw atField('name', 'taken');
      if (given.ttlSeconds > given.longestLifetimeSeconds) throw atField('ttlSeconds', 'out-of-range');
      const saved = { ...given, id: id ? ownById(id).id : randomUUID(), builtin: false };
      store(id ? own().map((preset) => (preset.id === id ? saved : preset)) : [...own(), saved]);
      return saved;
    },
    async 'presets.delete'({ id }) {
      ownById(id);
      store(own().filter((preset) => preset.id !== id));
      return {};
    },
    /** Those of the ids, or all of the user's own where none is named. */
    async 'presets.export'({ ids }) {
      const presets = (ids.length > 0 ? ids.map(ownById) : own()).map(body);
      return { filename: 'roomkeeper-presets.json', text: `${JSON.stringify({ roomkeeperPresets: 1, presets }, null, 2)}\n` };
    },
    /** What is there already, word for word, is not added again; another one of the same name gets a number. */
    async 'presets.import'({ text }) {
      const imported: Preset[] = [];
      for (const given of readFile(text)) {
        const taken = [...all(), ...imported];
        if (taken.some((preset) => isDeepStrictEqual(body(preset), given))) continue;
        imported.push({ ...given, name: freeName(given.name, taken), id: randomUUID(), builtin: false });
      }
      if (imported.length > 0) store([...own(), ...imported]);
      return imported;
    },
  };
  const get = (id: string) => {
    const found = all().find((preset) => preset.id === id);
    if (!found) throw new Refusal('not-found', 'No such preset', { issues: [{ path: 'presetId', code: 'not-allowed' }] });
    return found;
  };
  return { handlers, presets: { get } };
}
