import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer } from '../setup/livekit-server';
import { newHome } from './keychain-states';
import { buildChild, startConsole } from './start-console';

const secret = 'canary-secret-canary-secret-canary-1';
const server = { serverUrl: testServer().url, apiKey: 'APIharbor', apiSecret: secret };
let place: ReturnType<typeof newHome>;
const started: ReturnType<typeof startConsole>[] = [];
const start = (...given: Parameters<typeof startConsole>) => {
  const console = startConsole(...given);
  started.push(console);
  return console;
};
const filesOf = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(directory, name))
    .filter((file) => statSync(file).isFile());

beforeAll(buildChild);
beforeEach(() => {
  place = newHome();
});
/** None of them may have crashed, and none may have written the secret down. */
afterEach(async () => {
  const ends = await Promise.all(started.splice(0).map((console) => console.end()));
  const leaks = filesOf(path.join(place.home, 'data')).filter((file) => readFileSync(file).includes('canary'));
  place.remove();
  expect(ends.filter((end) => end !== 'in order')).toEqual([]);
  expect(leaks).toEqual([]);
});

describe.runIf(process.platform === 'linux')('each state of the keychain has its message, and the session is the only way on', () => {
  const cases = [
    ['without a session bus', 'withoutBus', {}, 'no-bus', 'keychain-no-bus'],
    [
      'with the address of a bus that is gone',
      'withoutBus',
      { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' },
      'no-bus',
      'keychain-no-bus',
    ],
    ['on a bus without a keychain service', 'withoutService', {}, 'no-service', 'keychain-missing'],
    ['without any keyring, and nobody to ask for one', 'locked', {}, 'locked', 'keychain-locked'],
    ['with a dialog that is closed', 'dismissed', { DISPLAY: ':nobody' }, 'dismissed', 'keychain-dismissed'],
  ] as const;
  test.each(cases)('%s', async (_, command, env, state, code) => {
    const console = start(place.home, place.commands[command](), env);
    expect(await console.call('keychain.check', {})).toMatchObject({ ok: true, value: { state, platform: 'linux' } });
    expect(await console.call('profiles.create', server)).toMatchObject({ ok: false, code });
    expect(await console.call('profiles.list', {})).toEqual({ ok: true, value: [] });
    expect(await console.call('profiles.create', { ...server, keep: 'session' })).toMatchObject({ ok: true, value: { secret: 'session' } });
  });
});

describe.runIf(process.platform === 'linux')('a secret in the keyring', () => {
  const create = async () => {
    const console = start(place.home, place.commands.unlocked());
    const created = await console.call('profiles.create', server);
    expect(created).toMatchObject({ ok: true, value: { secret: 'keychain' } });
    await console.end();
    return created.ok ? created.value.id : '';
  };

  test('outlives the console, is out of reach while the keyring is locked, and is not taken for missing', async () => {
    const id = await create();
    const locked = start(place.home, place.commands.locked());
    expect(await locked.call('keychain.check', {})).toMatchObject({ value: { state: 'locked' } });
    expect(await locked.call('profiles.probe', { id })).toMatchObject({ value: { verdict: 'keychain' } });
    expect(await locked.call('tokens.rooms', { id })).toMatchObject({ ok: false, code: 'keychain-locked' });
    expect(await locked.call('profiles.setSecret', { id, apiKey: 'APInew', apiSecret: 'canary-2' })).toMatchObject({
      code: 'keychain-locked',
    });
    expect(await locked.call('profiles.delete', { id })).toMatchObject({ ok: false, code: 'keychain-locked' });
    expect(await locked.call('profiles.list', {})).toMatchObject({ value: [{ id, apiKey: 'APIharbor', secret: 'keychain' }] });
    await locked.end();
    const unlocked = start(place.home, place.commands.unlocked());
    // The server knows no such key, which only a console that has the secret finds out.
    expect(await unlocked.call('tokens.rooms', { id })).toMatchObject({ ok: false, code: 'unknown-key' });
    expect(await unlocked.call('profiles.delete', { id })).toMatchObject({ ok: true });
  });

  /** How many entries the keyring has, by another program's look at it. */
  const entries = () => {
    const [file = '', ...args] = [...place.commands.unlocked(), 'sh', '-c', 'secret-tool search --all service Roomkeeper 2>&1'];
    const { DISPLAY: _, DBUS_SESSION_BUS_ADDRESS: __, XDG_DATA_HOME: ___, ...env } = process.env;
    const { stdout } = spawnSync(file, args, { encoding: 'utf8', env: { ...env, HOME: place.home, XDG_RUNTIME_DIR: place.home } });
    return stdout.match(/^attribute\.account = /gm)?.length ?? 0;
  };

  test('is read where the keyring’s dialog opens it, and not taken for missing', async () => {
    const id = await create();
    const console = start(place.home, place.commands.opened(), { DISPLAY: ':nobody' });
    expect(await console.call('tokens.rooms', { id })).toMatchObject({ ok: false, code: 'unknown-key' });
    expect(await console.call('profiles.list', {})).toMatchObject({ value: [{ id, secret: 'keychain' }] });
  });

  test.each([
    ['profiles.removeSecret', {}],
    ['profiles.delete', { leaveSecret: false }],
  ] as const)('is gone after %s, also where the keyring’s dialog opens it', async (name, more) => {
    const id = await create();
    expect(entries()).toBe(1);
    const console = start(place.home, place.commands.opened(), { DISPLAY: ':nobody' });
    expect(await console.call(name, { id, ...more })).toMatchObject({ ok: true });
    await console.end();
    expect(entries()).toBe(0);
  });

  test('that could not be deleted when another came is named, written down, and deleted once the keychain answers', async () => {
    const id = await create();
    const away = start(place.home, place.commands.withoutBus());
    const replaced = await away.call('profiles.setSecret', { id, apiKey: 'APInew', apiSecret: 'canary-2', keep: 'session' });
    expect(replaced).toMatchObject({ ok: true, value: { apiKey: 'APInew', secret: 'session', formerSecretLeft: true } });
    const audit = await away.call('audit.list', { limit: 1 });
    expect(audit).toMatchObject({ value: { entries: [{ action: 'profiles.setSecret', details: { formerSecretLeft: true } }] } });
    await away.end();
    expect(entries()).toBe(1);
    const back = start(place.home, place.commands.unlocked());
    expect(await back.call('profiles.list', {})).toMatchObject({ value: [{ formerSecretLeft: true }] });
    expect(await back.call('keychain.check', {})).toMatchObject({ value: { state: 'ready' } });
    await expect.poll(() => back.call('profiles.list', {})).toMatchObject({ value: [{ formerSecretLeft: false }] });
    await back.end();
    expect(entries()).toBe(0);
  });

  test('leaves a console that works while its dialog waits for an answer', async () => {
    await create();
    const console = start(place.home, place.commands.waiting(), { DISPLAY: ':nobody' });
    const check = console.call('keychain.check', {});
    expect(await console.call('profiles.list', {})).toMatchObject({ ok: true });
    expect(await console.call('profiles.create', { ...server, keep: 'session' })).toMatchObject({ ok: true });
    expect(await check).toMatchObject({ value: { state: 'locked' } });
    // It does not wait for the dialog either when it is closed.
    expect(await console.end()).toBe('by SIGKILL');
    started.pop();
  });

  test('can be deleted with its profile left alone where the keychain is gone for good', async () => {
    const id = await create();
    const console = start(place.home, place.commands.withoutBus());
    expect(await console.call('profiles.delete', { id })).toMatchObject({ ok: false, code: 'keychain-no-bus' });
    expect(await console.call('profiles.delete', { id, leaveSecret: true })).toMatchObject({ ok: true });
    expect(await console.call('profiles.list', {})).toEqual({ ok: true, value: [] });
    await console.end();
    // Nobody has to delete it by hand.
    expect(entries()).toBe(1);
    const back = start(place.home, place.commands.unlocked());
    await back.call('keychain.check', {});
    await back.call('keychain.check', {});
    await back.end();
    expect(entries()).toBe(0);
  });

  test('can be stored as soon as the missing library is there, without a restart', async () => {
    // Found first and not a library: as good as none.
    const library = place.write('lib/libsecret-1.so.0', 'not a library');
    const console = start(place.home, place.commands.unlocked(), { LD_LIBRARY_PATH: path.dirname(library) });
    expect(await console.call('keychain.check', {})).toMatchObject({ value: { state: 'no-library' } });
    expect(await console.call('profiles.create', server)).toMatchObject({ ok: false, code: 'keychain-no-library' });
    rmSync(library);
    expect(await console.call('keychain.check', {})).toMatchObject({ value: { state: 'ready' } });
    expect(await console.call('profiles.create', server)).toMatchObject({ ok: true, value: { secret: 'keychain' } });
  });
});
