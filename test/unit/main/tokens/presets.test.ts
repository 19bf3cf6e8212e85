import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Conf from 'conf';
import { afterEach, expect, test } from 'vitest';
import { type PresetChange, presetChange } from '../../../../main/contract/tokens';
import { type Settings, settingsFile, settingsOptions } from '../../../../main/settings/settings';
import { createPresets } from '../../../../main/tokens/presets';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A settings file of its own; what is stored must be what the file's schema takes. */
function openPresets() {
  const cwd = mkdtempSync(path.join(tmpdir(), 'roomkeeper-presets-'));
  folders.push(cwd);
  const settings = new Conf<Settings>({ ...settingsOptions, cwd });
  const emitted: string[][] = [];
  const { handlers, presets } = createPresets(settings, (_, payload) => {
    settingsFile.shape.presets.parse(settings.get('presets'));
    if (Array.isArray(payload)) emitted.push(payload.map((preset) => ('name' in preset ? preset.name : '')));
  });
  const save = (change: Partial<PresetChange>) => handlers['presets.save'](presetChange.parse({ ...kiosk, ...change }));
  return { handlers, presets, save, emitted, own: () => settings.get('presets').map(({ name }) => name) };
}
const kiosk: PresetChange = { name: 'Kiosk', grants: { roomJoin: true, canPublish: true }, ttlSeconds: 600, longestLifetimeSeconds: 900 };

test('a preset of one’s own is kept, changed and deleted; the built-in ones stay', async () => {
  const { handlers, save, own, emitted } = openPresets();
  const { id } = await save({});
  expect((await handlers['presets.list']({})).length).toBe(8);
  await save({ id, name: 'Lobby kiosk' });
  expect(own()).toEqual(['Lobby kiosk']);
  expect(emitted.at(-1)).toContain('Lobby kiosk');
  await handlers['presets.delete']({ id });
  expect(own()).toEqual([]);
  await expect(handlers['presets.delete']({ id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(save({ id })).rejects.toMatchObject({ code: 'not-found' });
});

test.each([
  [{ name: 'guest' }, { path: 'name', code: 'taken' }],
  [{ ttlSeconds: 901 }, { path: 'ttlSeconds', code: 'out-of-range' }],
])('%j is refused at its field', async (change, issue) => {
  await expect(openPresets().save(change)).rejects.toMatchObject({ code: 'invalid-input', details: { issues: [issue] } });
});

test('what is exported can be imported elsewhere, and again without doubling', async () => {
  const here = openPresets();
  await here.save({});
  await here.save({ name: 'Stage', kind: 'agent', roomConfig: { agents: [{ agentName: 'helper' }] } });
  const { text } = await here.handlers['presets.export']({ ids: [] });
  const there = openPresets();
  expect((await there.handlers['presets.import']({ text })).map(({ name }) => name)).toEqual(['Kiosk', 'Stage']);
  expect(await there.handlers['presets.import']({ text })).toEqual([]);
  expect((await there.handlers['presets.export']({ ids: [] })).text).toBe(text);
});

test('an import of the same name and other content gets a number', async () => {
  const { handlers, save, own } = openPresets();
  await save({ name: 'Kiosk (2)', ttlSeconds: 60 });
  const { id } = await save({});
  const { text } = await handlers['presets.export']({ ids: [id] });
  await save({ id, ttlSeconds: 300 });
  await handlers['presets.import']({ text });
  expect(own()).toEqual(['Kiosk (2)', 'Kiosk', 'Kiosk (3)']);
});

test.each([
  ['{', 'not-json'],
  ['[]', 'not-allowed'],
  ['{"roomkeeperPresets":2,"presets":[]}', 'not-allowed'],
  ['{"roomkeeperPresets":1,"presets":[{"name":"x","grants":{"root":true},"ttlSeconds":60,"longestLifetimeSeconds":60}]}', 'not-allowed'],
  ['{"roomkeeperPresets":1,"presets":[{"name":"x","grants":{},"ttlSeconds":61,"longestLifetimeSeconds":60}]}', 'not-allowed'],
])('%s is not imported, and nothing is changed', async (text, code) => {
  const { handlers, own } = openPresets();
  await expect(handlers['presets.import']({ text })).rejects.toMatchObject({ details: { issues: [{ path: 'text', code }] } });
  expect(own()).toEqual([]);
});

test('a preset that is gone cannot be issued by', () => {
  expect(() => openPresets().presets.get('gone')).toThrow(expect.objectContaining({ code: 'not-found' }));
});
