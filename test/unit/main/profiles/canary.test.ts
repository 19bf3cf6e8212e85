import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createConsole } from '../../../../main/console';
import { logFile } from '../../../../main/log';
import { newSettings } from '../../../setup/console-settings';

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
