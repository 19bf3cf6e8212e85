import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { rawClient } from '../security/raw-client';
import { newDataDir, spawnConsole, startConsole } from '../setup/console';

let dataDir: string;
let folder: string;
let lines: string[];
beforeEach(() => {
  dataDir = newDataDir();
  folder = path.join(dataDir, 'Roomkeeper');
  mkdirSync(folder, { mode: 0o700 });
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
});
const settings = () => JSON.parse(readFileSync(path.join(folder, 'config.json'), 'utf8'));
const write = (name: string, content: unknown) =>
  writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

/** Starts on this data; answers what the page is told about the console. */
async function about() {
  const app = await startConsole({ dataDir });
  onTestFinished(app.stop);
  lines = app.lines;
  const client = rawClient(app.launchUrl);
  const [cookie = ''] = (await client.launch()).split(';');
  const line = await client.socket({ cookie, origin: client.origin });
  if (!(line instanceof WebSocket)) throw new Error(`no socket: ${line}`);
  return client.call(line, 'console.about');
}
const version = (of: string) => ({ __internal__: { migrations: { version: of } } });

test.each([
  ['no JSON', '{"profiles": [', 'settings-set-aside'],
  ['nothing', '', 'settings-set-aside'],
  ['a list', '[]', 'settings-set-aside'],
  ['a profile without an address', { profiles: [{ id: 'x' }] }, 'settings-set-aside'],
  ['what a newer console wrote', { ...version('9.0.0'), rooms: { sorted: 'by name' } }, 'settings-from-newer'],
])('settings that hold %s are set aside, whole, and page and terminal say where', async (_what, content, code) => {
  write('config.json', content);
  const before = readFileSync(path.join(folder, 'config.json'), 'utf8');
  expect(await about()).toMatchObject({ value: { notices: [{ code, values: { file: expect.stringContaining('config.set-aside-') } }] } });
  const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('config.set-aside-'));
  expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(before);
  expect(settings()).toMatchObject({ profiles: [] });
  await expect
    .poll(() => lines.slice(3))
    .toEqual([expect.stringMatching(new RegExp(`set aside.* The old file: ${path.join(folder, aside)}$`))]);
});

test('settings of a newer console that are still understood are used as they are', async () => {
  write('config.json', { ...version('9.0.0'), preferences: { scheme: 'dark' } });
  expect(await about()).toMatchObject({ value: { notices: [] } });
  expect(settings()).toMatchObject({ ...version('9.0.0'), preferences: { scheme: 'dark', language: 'system' } });
});

test('settings of an older console get what they do not have yet', async () => {
  write('config.json', { preferences: { density: 'roomy' } });
  expect(await about()).toMatchObject({ value: { notices: [] } });
  expect(settings()).toMatchObject({ preferences: { density: 'roomy', scheme: 'system' }, profiles: [] });
});

test('the settings are for their owner alone', async () => {
  await about();
  expect(statSync(path.join(folder, 'config.json')).mode & 0o077).toBe(0);
});

test('a second console on the same data says who has it, and ends', async () => {
  const first = await startConsole({ dataDir });
  onTestFinished(first.stop);
  const second = spawnConsole({ dataDir });
  expect(await second.ended).toBe(1);
  expect(second.lines.at(-1)).toContain(`Roomkeeper is already running on this data: process ${first.pid}, since `);
  expect(second.lines.filter((line) => line.startsWith('Roomkeeper is open at'))).toEqual([]);
});

test.each([
  ['on new data', undefined],
  ['over the lock of one that is gone', { pid: 2 ** 22 + 1, began: '1', since: new Date().toISOString() }],
])('of ten that start at once %s, one runs', { timeout: 90_000 }, async (_where, leftover) => {
  if (leftover) write('lock.json', leftover);
  const all = Array.from({ length: 10 }, () => spawnConsole({ dataDir }));
  const open = () => all.filter(({ lines }) => lines.some((line) => line.startsWith('Roomkeeper is open at')));
  const codes: (number | null)[] = [];
  for (const { ended } of all) void ended.then((code) => codes.push(code));
  await expect.poll(() => codes.length + open().length, { timeout: 60_000 }).toBe(10);
  expect([open().length, codes]).toEqual([1, Array.from({ length: 9 }, () => 1)]);
  for (const { child } of open()) child.kill();
  await Promise.all(all.map(({ ended }) => ended));
});

test.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, began: '1', since: new Date().toISOString() }],
  ['an earlier process of the same number', { pid: process.pid, began: '1', since: new Date().toISOString() }],
  ['a file that says nothing', ''],
])('the lock of %s is taken over', async (_what, lock) => {
  write('lock.json', lock);
  expect(await about()).toMatchObject({ ok: true });
});

test('a takeover that was broken off keeps nobody out', async () => {
  const gone = { pid: 2 ** 22 + 1, began: '1', since: new Date().toISOString() };
  write('lock.json', gone);
  write('lock.json.takeover', gone);
  expect(await about()).toMatchObject({ ok: true });
  expect(readdirSync(folder).filter((name) => name.startsWith('lock.json'))).toEqual(['lock.json']);
});

// Elsewhere a machine has no name that stays.
test.runIf(process.platform === 'linux')('a console on another machine is respected, and what to do when it is gone is said', async () => {
  write('lock.json', { pid: process.pid, began: '1', since: new Date().toISOString(), host: 'jump-2' });
  const { ended, lines } = spawnConsole({ dataDir });
  expect(await ended).toBe(1);
  expect(lines.at(-1)).toMatch(new RegExp(`process ${process.pid} on jump-2, .* delete ${path.join(folder, 'lock.json')}\\.$`));
  rmSync(path.join(folder, 'lock.json'));
  expect(await about()).toMatchObject({ ok: true });
});

test('a console that was killed leaves a lock that the next one takes over', async () => {
  const first = await startConsole({ dataDir });
  first.kill('SIGKILL');
  await first.ended;
  expect(readdirSync(folder)).toContain('lock.json');
  expect(await about()).toMatchObject({ ok: true });
});

// Root may write anywhere.
test.skipIf(process.getuid?.() === 0)('a data directory that cannot be written is named', async () => {
  chmodSync(folder, 0o500);
  const { ended, lines } = spawnConsole({ dataDir });
  expect(await ended).toBe(1);
  expect(lines.at(-1)).toContain(`Roomkeeper cannot write into its data directory ${folder}`);
  chmodSync(folder, 0o700);
});

test('a data directory that is a file is named', async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  const { ended, lines } = spawnConsole({ dataDir });
  expect(await ended).toBe(1);
  expect(lines.at(-1)).toContain(`Roomkeeper cannot write into its data directory ${folder}`);
});
