import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createConsole } from '../../../../main/console';
import { dataDir } from '../../../../main/data-dir';
import { logFile } from '../../../../main/log';
import { newSettings } from '../../../setup/console-settings';
import type { TestServer } from '../../../setup/livekit-server';

const canary = 'canary-Zq7Xw2-canary-Zq7Xw2-canary-Zq7';

test('a secret is in no answer, no event, no log and no settings file, whatever is called with it', async () => {
  const { settings } = newSettings();
  const console = createConsole(settings, { kind: 'browser', notices: [], clipboard: null });
  const told: unknown[] = [];
  console.subscribe((name, payload) => told.push([name, payload]));
  const call = async (name: string, input: unknown) => {
    const result = await console.call(name, input);
    told.push(result);
    return result;
  };
  const server = { name: 'Harbor', serverUrl: 'ws://127.0.0.1:9', apiKey: 'APIharbor', apiSecret: canary };
  const created = await call('profiles.create', server);
  expect(created).toMatchObject({ ok: true, value: { secret: 'keychain' } });
  const id = created.ok ? Object(created.value).id : '';
  const source = { kind: 'text', text: `LIVEKIT_URL=ws://127.0.0.1:9\nLIVEKIT_API_KEY=APIk\nLIVEKIT_API_SECRET=${canary}` };
  const calls: [string, unknown][] = [
    ['profiles.create', server],
    ['profiles.create', { ...server, serverUrl: canary, apiSecret: canary.repeat(100) }],
    ['profiles.create', { ...server, unknownField: canary }],
    ['profiles.probe', { id }],
    ['profiles.probe', { serverUrl: server.serverUrl, apiKey: 'APIx', apiSecret: canary }],
    ['tokens.rooms', { id }],
    ['profiles.setSecret', { id, apiKey: 'APInew', apiSecret: `${canary}2` }],
    ['profiles.previewImport', source],
    ['profiles.import', { source, refs: [canary] }],
    ['profiles.export', { ids: [] }],
    ['profiles.list', {}],
    ['profiles.removeSecret', { id }],
    ['profiles.delete', { id }],
    [canary, {}],
  ];
  for (const [name, input] of calls) await call(name, input);
  await console.close();
  const everything = { told: JSON.stringify(told), log: readFileSync(logFile, 'utf8'), settings: readFileSync(settings.path, 'utf8') };
  for (const [place, text] of Object.entries(everything)) expect(text.includes('Zq7Xw2'), place).toBe(false);
  expect(everything.log).toContain('profiles.create');
});

const server: TestServer | null = JSON.parse(process.env.ROOMKEEPER_TEST_SERVER ?? 'null');

test.runIf(server)('a token that the server’s 401 holds is in no answer, no event, no log and not in the audit log', async () => {
  const { settings } = newSettings();
  const console = createConsole(settings, { kind: 'browser', notices: [], clipboard: null });
  const told: unknown[] = [];
  console.subscribe((name, payload) => told.push([name, payload]));
  const keys = { serverUrl: server?.url, apiKey: server?.apiKey, apiSecret: canary };
  const created = await console.call('profiles.create', { name: 'Refused', safety: 'free', ...keys });
  const profileId = created.ok ? Object(created.value).id : '';
  const refused = await console.call('rooms.create', { profileId, name: 'never' });
  expect(refused).toMatchObject({ ok: false, code: 'wrong-secret' });
  told.push(created, refused, await console.call('profiles.probe', { id: profileId }), await console.call('rooms.list', { profileId }));
  await console.close();
  const auditFile = readFileSync(path.join(dataDir, 'audit.jsonl'), 'utf8');
  for (const [place, text] of Object.entries({ told: JSON.stringify(told), log: readFileSync(logFile, 'utf8'), audit: auditFile })) {
    expect(/eyJ[\w-]{8,}/.exec(text)?.[0], place).toBeUndefined();
    expect(text.includes('Zq7Xw2'), place).toBe(false);
  }
  expect(JSON.stringify(told)).toContain('[token]'); // the server's own words, which had it
  expect(auditFile).toContain('rooms.create');
});
