import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { createAudit } from '../../../../main/audit/audit';
import { auditConsoleActs } from '../../../../main/audit/console-acts';
import { calls, type Input, type Output } from '../../../../main/contract';
import type { CallName } from '../../../../main/contract/names';
import { createLocalServer } from '../../../../main/local-server/local-server';
import { createProfiles } from '../../../../main/profiles/profiles';
import { createPreferences } from '../../../../main/settings/preferences';
import { createPresets } from '../../../../main/tokens/presets';
import { newSettings } from '../../../setup/console-settings';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-audit-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));
const file = () => path.join(directory, 'audit.jsonl');

type Acts = ReturnType<typeof auditConsoleActs>;
const table: { [N in CallName]: { input: z.ZodType<Input<N>>; output: z.ZodType<Output<N>> } } = calls;

/** The console as it is put together, without a host; secrets are kept for the session alone. */
function openConsole() {
  const { settings, emit } = newSettings();
  const { handlers, profiles } = createProfiles(settings, emit);
  const localServer = createLocalServer(settings, profiles, handlers, emit, () => '');
  const own = { ...createPreferences(settings, emit), ...handlers, ...localServer.handlers, ...createPresets(settings, emit).handlers };
  const { audit, handlers: auditHandlers } = createAudit(settings, emit, file());
  const acts = auditConsoleActs(audit, profiles, own, () => settings.get('preferences').operator);
  const call = <N extends keyof Acts>(name: N, input: z.input<(typeof calls)[N]['input']>): Promise<Output<N>> =>
    acts[name](table[name].input.parse(input));
  const entries = async () => (await auditHandlers['audit.list'](calls['audit.list'].input.parse({}))).entries;
  return { call, entries, list: () => handlers['profiles.list']({}), preview: handlers['profiles.previewImport'] };
}
const harbor = { name: 'Harbor', serverUrl: 'wss://rtc.harbor.example', apiKey: 'APIharbor', keep: 'session' } as const;
const [first, second] = ['first-secret-first-secret-first-1', 'second-secret-second-secret-sec-2'];

test('a server that is added, made less safe, given another secret and deleted is on record, its secrets never', async () => {
  const { call, entries } = openConsole();
  const added = await call('profiles.create', { ...harbor, apiSecret: first });
  const { id, name, serverUrl, environment, joinPage, policy } = added;
  await call('profiles.change', {
    id,
    name,
    serverUrl,
    environment,
    joinPage,
    safety: 'free',
    policy: { ...policy, reasonRequired: true },
  });
  await call('profiles.setSecret', { id, apiKey: 'APIother', apiSecret: second, keep: 'session' });
  await call('profiles.export', { ids: [id] });
  await call('profiles.delete', { id, leaveSecret: true });
  const [deleted, exported, secret, changed, created] = await entries();
  expect(created).toMatchObject({ action: 'profiles.create', targets: ['Harbor'], outcome: 'done', details: { id, apiKey: 'APIharbor' } });
  expect(changed).toMatchObject({ action: 'profiles.change', profile: { id, name: 'Harbor' } });
  expect(changed?.details).toMatchObject({ safety: { from: 'confirm', to: 'free' }, policy: { to: { reasonRequired: true } } });
  expect(Object.keys(changed?.details ?? {}).sort()).toEqual(['policy', 'safety']);
  expect(secret).toMatchObject({ action: 'profiles.setSecret', details: { apiKey: { from: 'APIharbor', to: 'APIother' } } });
  expect(exported).toMatchObject({ action: 'profiles.export', targets: ['Harbor'] });
  expect(deleted).toMatchObject({ action: 'profiles.delete', targets: ['Harbor'], outcome: 'done' });
  expect(readFileSync(file(), 'utf8')).not.toMatch(/-secret-/);
});

test('an import names what came and what did not', async () => {
  const { call, entries, preview } = openConsole();
  const text = `LIVEKIT_URL=wss://one.example\nLIVEKIT_API_KEY=APIone\nLIVEKIT_API_SECRET=${first}\n`;
  const source = { kind: 'text', text } as const;
  const { entries: found } = await preview(source);
  await call('profiles.import', { source, refs: found.map(({ ref }) => ref), keep: 'session' });
  expect(await entries()).toMatchObject([
    { action: 'profiles.import', outcome: 'done', results: [{ target: 'one.example', status: 'done' }] },
  ]);
  expect(readFileSync(file(), 'utf8')).not.toContain(first);
});

test('presets and the operator’s name are on record; how the console looks is not', async () => {
  const { call, entries } = openConsole();
  const { id } = await call('presets.save', { name: 'Kiosk', grants: { roomJoin: true }, ttlSeconds: 600, longestLifetimeSeconds: 900 });
  await call('presets.delete', { id });
  await call('preferences.change', { scheme: 'light' });
  await call('preferences.change', { operator: 'Lena' });
  const found = await entries();
  expect(found.map(({ action }) => action)).toEqual(['preferences.change', 'presets.delete', 'presets.save']);
  expect(found[0]?.details).toEqual({ operator: { from: '', to: 'Lena' } });
  expect(found[0]?.operator).not.toBe('Lena');
});

test('a failure is on record, and nothing is done that cannot be written down', async () => {
  const { call, entries, list } = openConsole();
  await call('profiles.create', { ...harbor, apiSecret: first });
  await expect(call('profiles.create', { ...harbor, apiSecret: first })).rejects.toMatchObject({ code: 'invalid-input' });
  expect((await entries())[0]).toMatchObject({ outcome: 'failed', code: 'invalid-input' });
  rmSync(file());
  mkdirSync(file());
  const [profile] = await list();
  if (!profile) throw new Error('no profile');
  await expect(call('profiles.delete', { id: profile.id })).rejects.toMatchObject({ code: 'audit-unwritable' });
  expect((await list()).length).toBe(1);
});
