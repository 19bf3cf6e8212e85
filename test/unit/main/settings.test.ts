import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Conf from 'conf';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Settings } from '../../../main/settings/settings';

let folder: string;
beforeEach(() => {
  const data = mkdtempSync(path.join(tmpdir(), 'roomkeeper-settings-'));
  vi.stubEnv('ROOMKEEPER_DATA_DIR', data);
  vi.resetModules();
  folder = path.join(data, 'Roomkeeper');
  mkdirSync(folder);
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
});

/** The settings module of this test's own data directory. */
async function load() {
  const { openSettings } = await import('../../../main/settings/open-settings');
  const { settingsOptions } = await import('../../../main/settings/settings');
  return { openSettings, settingsOptions };
}
const open = (options: ConstructorParameters<typeof Conf<Settings>>[0]) => new Conf<Settings>(options);
const file = () => path.join(folder, 'config.json');
const stored = () => JSON.parse(readFileSync(file(), 'utf8'));
const write = (content: object) => writeFileSync(file(), JSON.stringify(content));
const asides = () => readdirSync(folder).filter((name) => name.startsWith('config.set-aside-'));
const old = { __internal__: { migrations: { version: '1.0.0' } }, preferences: { scheme: 'dark' } };

test('a file of an older shape is brought to the present one by its migration, once', async () => {
  const { openSettings, settingsOptions } = await load();
  const toTwo = vi.fn((store: Conf<Settings>) => store.set('preferences', { ...store.get('preferences'), operator: 'Ada' }));
  const options = { ...settingsOptions, projectVersion: '2.0.0', migrations: { '2.0.0': toTwo } };
  write(old);
  for (const _ of [1, 2]) {
    const { settings, notices } = openSettings(open, options);
    expect(settings.get('preferences')).toMatchObject({ scheme: 'dark', operator: 'Ada' });
    expect(notices).toEqual([]);
  }
  expect(toTwo).toHaveBeenCalledOnce();
  expect(stored().__internal__.migrations.version).toBe('2.0.0');
});

test('a migration that fails leaves the file as it was, aside, and a notice', async () => {
  const { openSettings, settingsOptions } = await load();
  const toTwo = (store: Conf<Settings>) => {
    store.set('profiles', []);
    throw new Error('half way');
  };
  write(old);
  const { settings, notices } = openSettings(open, { ...settingsOptions, projectVersion: '2.0.0', migrations: { '2.0.0': toTwo } });
  const [aside = ''] = asides();
  expect(notices).toEqual([{ code: 'settings-set-aside', values: { file: path.join(folder, aside) } }]);
  expect(JSON.parse(readFileSync(path.join(folder, aside), 'utf8'))).toEqual(old);
  expect(settings.get('preferences')).toMatchObject({ scheme: 'system' });
});

test.each(['EBUSY', 'EPERM', 'ENOSPC'])('a file that the system does not let us use (%s) is not set aside', async (code) => {
  const { openSettings } = await load();
  write(old);
  const open = () => {
    throw Object.assign(new Error(`${code}: no`), { code, syscall: 'open' });
  };
  expect(() => openSettings(open)).toThrow(`Roomkeeper cannot use its settings: ${file()} (${code}).`);
  expect([stored(), asides()]).toEqual([old, []]);
});
