import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
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

test('what was exported is imported again with all but its secret, which is typed afterwards', async () => {
  const first = start();
  const lines = { kind: 'text' as const, text: 'LIVEKIT_URL=wss://one.example/a\nLIVEKIT_API_KEY=APIone\nLIVEKIT_API_SECRET=canary' };
  const { entries } = await first.handlers['profiles.previewImport'](lines);
  const refs = entries.map(({ ref }) => ref);
  const { imported } = await first.handlers['profiles.import']({ source: lines, refs, environment: 'production', keep: 'session' });
  const [saved] = imported;
  if (!saved) throw new Error('nothing was imported');
  const { id, name, serverUrl, environment, joinPage, policy } = saved;
  await first.handlers['profiles.change']({
    ...{ id, name, serverUrl, environment, joinPage },
    safety: 'read-only',
    policy: { ...policy, longestLifetimeSeconds: 7_200 },
  });
  const { text } = await first.handlers['profiles.export']({ ids: [] });

  const second = start();
  const source = { kind: 'text' as const, text };
  const preview = await second.handlers['profiles.previewImport'](source);
  expect(preview.entries).toMatchObject([{ name: 'one.example/a', hasSecret: false, problem: null, environment: 'production' }]);
  const again = await second.handlers['profiles.import']({
    source,
    refs: preview.entries.map(({ ref }) => ref),
    environment: 'development',
    keep: 'keychain',
  });
  expect(again).toMatchObject({ failed: [], imported: [{ environment: 'production', safety: 'read-only', secret: 'missing' }] });
  const exported = await second.handlers['profiles.export']({ ids: [] });
  expect(JSON.parse(exported.text)).toEqual(JSON.parse(text));
});

test('a whole entry after one that lacks its secret is no duplicate', async () => {
  const one = (secret: string) => ({ name: 'one', url: 'wss://one.example', api_key: 'APIone', api_secret: secret });
  const text = JSON.stringify({ projects: [one(''), one('canary'), one('canary')] });
  const { entries } = await start().handlers['profiles.previewImport']({ kind: 'text', text });
  expect(entries).toMatchObject([
    { problem: 'no-secret', duplicateOf: null },
    { problem: null, duplicateOf: null },
    { problem: null, duplicateOf: 'one' },
  ]);
});

test('a text without a server says that nothing was found', async () => {
  await expect(start().handlers['profiles.previewImport']({ kind: 'text', text: 'hello' })).rejects.toMatchObject({
    code: 'nothing-to-import',
  });
});

test('what was imported first is open where nothing was, and stays so', async () => {
  const { handlers, settings } = start();
  const import_ = async (url: string) => {
    const lines = { kind: 'text' as const, text: `LIVEKIT_URL=${url}\nLIVEKIT_API_KEY=APIk\nLIVEKIT_API_SECRET=s` };
    const { entries } = await handlers['profiles.previewImport'](lines);
    const refs = entries.map(({ ref }) => ref);
    return handlers['profiles.import']({ source: lines, refs, environment: 'development', keep: 'session' });
  };
  const { imported } = await import_('wss://a.example');
  await import_('wss://b.example');
  expect(settings.get('preferences').openProfileId).toBe(imported[0]?.id);
});

test('an import of what the preview did not show is a conflict, and imports nothing', async () => {
  const { handlers } = start();
  const request = { source, refs: ['0123456789abcdef'], environment: 'development' as const, keep: 'session' as const };
  await expect(handlers['profiles.import'](request)).rejects.toMatchObject({ code: 'conflict' });
  expect(await handlers['profiles.list']({})).toEqual([]);
});

test('lk’s config is found in the home directory; without one that is said', async () => {
  const { handlers } = start();
  const file = path.join(homedir(), '.livekit/cli-config.yaml');
  await expect(handlers['profiles.previewImport']({ kind: 'lk-config' })).rejects.toMatchObject({ code: 'file-unreadable' });
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'projects:\n  - {name: harbor, url: wss://rtc.harbor.example, api_key: APIharbor, api_secret: canary}\n');
  const preview = await handlers['profiles.previewImport']({ kind: 'lk-config' });
  rmSync(file);
  expect(preview).toMatchObject({ file, entries: [{ name: 'harbor', hasSecret: true, problem: null }] });
  expect(JSON.stringify(preview)).not.toContain('canary');
});

test('no preview holds a secret, however the rest looks', async () => {
  const { handlers } = start();
  const part = fc.string({ maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(part, part, part, fc.boolean(), async (name, url, key, asYaml) => {
      const project = { name, url, api_key: key, api_secret: 'canary-secret' };
      const lines = `LIVEKIT_URL=${url}\nLIVEKIT_API_KEY=${key}\nLIVEKIT_API_SECRET=canary-secret`;
      const text = asYaml ? JSON.stringify({ projects: [project] }) : lines;
      const shown = await handlers['profiles.previewImport']({ kind: 'text', text }).catch((error: unknown) => error);
      expect(shown instanceof Error ? shown : {}).not.toBeInstanceOf(TypeError);
      expect(JSON.stringify(shown) + String(shown)).not.toContain('canary');
    }),
  );
});

test('user and password in an address are not shown', async () => {
  const text = 'LIVEKIT_URL=wss://key:canary@host.example\nLIVEKIT_API_KEY=APIk\nLIVEKIT_API_SECRET=s';
  const preview = await start().handlers['profiles.previewImport']({ kind: 'text', text });
  expect(preview.entries).toMatchObject([{ problem: 'bad-address' }]);
  expect(JSON.stringify(preview)).not.toContain('canary');
});
