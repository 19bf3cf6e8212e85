import { execFileSync } from 'node:child_process';
import keytar from 'keytar';
import { afterEach, expect, test } from 'vitest';
import { calls } from '../../../../main/contract';
import type { NewProfile } from '../../../../main/contract/profiles';
import { createProfiles } from '../../../../main/profiles/profiles';
import { newSettings } from '../../../setup/console-settings';

function start() {
  const given = newSettings();
  const { handlers, profiles } = createProfiles(given.settings, given.emit);
  const create = (given: Partial<NewProfile> = {}) =>
    handlers['profiles.create'](calls['profiles.create'].input.parse({ ...harbor, ...given }));
  const secretOf = (id: string) => profiles.withCredentials(id, async ({ apiSecret }) => apiSecret);
  return { ...given, handlers, profiles, create, secretOf };
}
const harbor = { serverUrl: 'wss://rtc.harbor.example', apiKey: 'APIharbor', apiSecret: 'first-secret-first-secret-first-1' };
const made: string[] = [];
const entry = (id: string, apiKey: string) => {
  made.push(`${id}/${apiKey}`);
  return keytar.getPassword('Roomkeeper', `${id}/${apiKey}`);
};
afterEach(async () => {
  for (const account of made.splice(0)) await keytar.deletePassword('Roomkeeper', account);
});

test('a new profile has its secret in the keychain, is named after its host, and is open', async () => {
  const { create, events, settings } = start();
  const created = await create();
  expect(created).toMatchObject({ name: 'rtc.harbor.example', secret: 'keychain', insecure: false });
  expect(await entry(created.id, 'APIharbor')).toBe(harbor.apiSecret);
  expect(settings.get('preferences').openProfileId).toBe(created.id);
  expect(events.map(({ name }) => name)).toEqual(['profiles.changed', 'preferences.changed']);
});

test('a name is taken once, in any case of letters; a name from the host gets a number', async () => {
  const { create, handlers } = start();
  const first = await create({ name: 'Harbor', keep: 'session' });
  const taken = { code: 'invalid-input', details: { issues: [{ path: 'name', code: 'taken' }] } };
  await expect(create({ name: 'harbor', keep: 'session' })).rejects.toMatchObject(taken);
  const second = await create({ keep: 'session' });
  expect((await create({ keep: 'session' })).name).toBe('rtc.harbor.example 2');
  const { id, serverUrl, environment, safety, joinPage, policy } = second;
  const change = { id, serverUrl, environment, safety, joinPage, policy };
  await expect(handlers['profiles.change']({ ...change, name: 'HARBOR' })).rejects.toMatchObject(taken);
  expect(await handlers['profiles.change']({ ...change, id: first.id, name: 'HARBOR' })).toMatchObject({
    name: 'HARBOR',
    secret: 'session',
  });
});

test('a secret kept for the session is not in the keychain', async () => {
  const { create, secretOf } = start();
  const { id, secret, secretStoredAt } = await create({ keep: 'session' });
  expect({ secret, secretStoredAt }).toEqual({ secret: 'session', secretStoredAt: null });
  expect(await secretOf(id)).toBe(harbor.apiSecret);
  expect(await entry(id, 'APIharbor')).toBeNull();
});

test('a rotation stores the new key’s secret and leaves nothing of the old one', async () => {
  const { create, handlers, secretOf } = start();
  const { id } = await create();
  await handlers['profiles.setSecret']({ id, apiKey: 'APInew', apiSecret: 'second-secret', keep: 'keychain' });
  expect(await secretOf(id)).toBe('second-secret');
  expect(await entry(id, 'APInew')).toBe('second-secret');
  expect(await entry(id, 'APIharbor')).toBeNull();
});

test('a secret moved to the session leaves the keychain', async () => {
  const { create, handlers, secretOf } = start();
  const { id, apiKey } = await create();
  expect(await handlers['profiles.setSecret']({ id, apiKey, apiSecret: 'second-secret', keep: 'session' })).toMatchObject({
    secret: 'session',
  });
  expect(await secretOf(id)).toBe('second-secret');
  expect(await entry(id, apiKey)).toBeNull();
});

test('settings that cannot be written leave the former secret and key', async () => {
  const { settings, create, handlers, profiles } = start();
  const { id } = await create();
  settings.set = () => {
    throw new Error('ENOSPC');
  };
  for (const apiKey of ['APIharbor', 'APInew']) {
    await expect(handlers['profiles.setSecret']({ id, apiKey, apiSecret: 'second-secret', keep: 'keychain' })).rejects.toThrow('ENOSPC');
  }
  expect(await profiles.withCredentials(id, async (credentials) => credentials)).toEqual(harbor);
  expect(await entry(id, 'APIharbor')).toBe(harbor.apiSecret);
  expect(await entry(id, 'APInew')).toBeNull();
});

test('an entry deleted behind our back is said to be missing, here and in the list', async () => {
  const { create, handlers, secretOf, events } = start();
  const { id, apiKey } = await create();
  await keytar.deletePassword('Roomkeeper', `${id}/${apiKey}`);
  await expect(secretOf(id)).rejects.toMatchObject({ code: 'secret-missing' });
  expect(await handlers['profiles.list']({})).toMatchObject([{ secret: 'missing' }]);
  expect(events.at(-1)).toMatchObject({ name: 'profiles.changed', payload: [{ secret: 'missing' }] });
  await handlers['profiles.setSecret']({ id, apiKey, apiSecret: 'again', keep: 'keychain' });
  expect(await entry(id, apiKey)).toBe('again');
  expect(await handlers['profiles.list']({})).toMatchObject([{ secret: 'keychain' }]);
});

test('a deleted profile takes its secret along and the next one opens', async () => {
  const { create, handlers, settings } = start();
  const first = await create();
  const second = await create({ name: 'Second', keep: 'session' });
  await handlers['profiles.delete']({ id: second.id, leaveSecret: false });
  expect(settings.get('preferences').openProfileId).toBe(first.id);
  await handlers['profiles.removeSecret']({ id: first.id });
  expect(await handlers['profiles.list']({})).toMatchObject([{ secret: 'missing', secretStoredAt: null }]);
  await handlers['profiles.delete']({ id: first.id, leaveSecret: false });
  expect(await entry(first.id, first.apiKey)).toBeNull();
  expect(settings.get('preferences').openProfileId).toBeNull();
  await expect(handlers['profiles.delete']({ id: first.id, leaveSecret: false })).rejects.toMatchObject({ code: 'not-found' });
});

test('the check of a working keychain says ready and leaves nothing', async () => {
  /** By another program's look at the keyring; elsewhere than on Linux there is none. */
  const accounts = () =>
    process.platform === 'linux'
      ? execFileSync('sh', ['-c', 'secret-tool search --all service Roomkeeper 2>&1'], { encoding: 'utf8' }).match(/account = .*/g)
      : null;
  const before = accounts();
  expect(await start().handlers['keychain.check']({})).toMatchObject({ state: 'ready' });
  expect(accounts()).toEqual(before);
});
