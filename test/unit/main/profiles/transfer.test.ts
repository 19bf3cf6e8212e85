import { randomUUID } from 'node:crypto';
import keytar from 'keytar';
import { expect, test } from 'vitest';
import { createProfiles } from '../../../../main/profiles/profiles';
import { newSettings } from '../../../setup/console-settings';

const text = [
  'LIVEKIT_URL=wss://one.example',
  'LIVEKIT_API_KEY=APIone',
  'LIVEKIT_API_SECRET=canary-secret-one',
  'LIVEKIT_URL=wss://ONE.example/',
  'LIVEKIT_API_KEY=APIone',
  'LIVEKIT_API_SECRET=canary-secret-two',
  'LIVEKIT_URL=ftp://three.example',
  'LIVEKIT_API_KEY=APIthree',
  'LIVEKIT_API_SECRET=canary-secret-three',
].join('\n');
const source = { kind: 'text' as const, text };

function start() {
  const { settings, emit } = newSettings();
  return { settings, ...createProfiles(settings, emit) };
}

test('a preview names duplicates and problems, and holds no secret', async () => {
  const { handlers } = start();
  const { file, entries } = await handlers['profiles.previewImport'](source);
  expect(file).toBeNull();
  expect(entries).toMatchObject([
    { serverUrl: 'wss://one.example', hasSecret: true, problem: null, duplicateOf: null },
    { serverUrl: 'wss://one.example', duplicateOf: 'one.example' },
    { apiKey: 'APIthree', problem: 'bad-address' },
  ]);
  expect(JSON.stringify(entries)).not.toContain('canary');
});

test('the secret goes straight to the keychain, and an export holds none', async () => {
  const { handlers, profiles, settings } = start();
  const { entries } = await handlers['profiles.previewImport'](source);
  const refs = entries.map(({ ref }) => ref).filter((_, index) => index !== 1);
  const result = await handlers['profiles.import']({ source, refs, environment: 'staging', keep: 'keychain' });
  expect(result.failed).toEqual([{ name: 'APIthree', code: 'bad-address' }]);
  expect(result.imported).toMatchObject([{ name: 'one.example', environment: 'staging', secret: 'keychain' }]);
  const id = result.imported[0]?.id ?? randomUUID();
  expect(await profiles.withCredentials(id, async ({ apiSecret }) => apiSecret)).toBe('canary-secret-one');
  const { text: exported } = await handlers['profiles.export']({ ids: [] });
  expect(exported).toContain('APIone');
  expect(exported + JSON.stringify([result, settings.get('profiles')])).not.toContain('canary');
  await handlers['profiles.delete']({ id, leaveSecret: false });
  expect(await keytar.getPassword('Roomkeeper', `${id}/APIone`)).toBeNull();
});

test('a text without a server says that nothing was found', async () => {
  await expect(start().handlers['profiles.previewImport']({ kind: 'text', text: 'hello' })).rejects.toMatchObject({
    code: 'nothing-to-import',
  });
});
