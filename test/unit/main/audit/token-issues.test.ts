import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createAudit } from '../../../../main/audit/audit';
import { auditTokenIssues } from '../../../../main/audit/token-issues';
import { calls } from '../../../../main/contract';
import { createTokens } from '../../../../main/tokens/tokens';
import { newSettings } from '../../../setup/console-settings';
import { profile, request } from '../tokens/requests';

const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-audit-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('an issued token is written down with its claims and its fingerprint, never the token', async () => {
  const { settings, emit } = newSettings();
  const { audit, handlers } = createAudit(settings, emit, path.join(directory, 'audit.jsonl'));
  const credentials = { serverUrl: profile.serverUrl, apiKey: profile.apiKey, apiSecret: 'kept-away-from-every-file-0123456789' };
  const profiles = {
    get: () => profile,
    withCredentials: <T>(_: string, use: (given: typeof credentials) => Promise<T>) => use(credentials),
  };
  const noPreset = {
    get: () => {
      throw new Error('none');
    },
  };
  const tokens = auditTokenIssues(audit, profiles, createTokens(profiles, noPreset, emit));
  const issued = await tokens['tokens.issue'](request());
  const { entries } = await handlers['audit.list'](calls['audit.list'].input.parse({}));
  expect(entries).toMatchObject([
    { action: 'tokens.issue', room: 'first-room', targets: ['ada'], outcome: 'done', profile: { name: 'Harbor staging' } },
  ]);
  expect(entries[0]?.details).toMatchObject({ fingerprint: issued.fingerprint, claims: { sub: 'ada', video: { room: 'first-room' } } });
  const file = readFileSync(path.join(directory, 'audit.jsonl'), 'utf8');
  expect(file).not.toContain(issued.jwt);
  expect(file).not.toMatch(/eyJ|kept-away/);
});

test('what is asked in a holder’s name is written down with whom and where, never the token', async () => {
  const { settings, emit } = newSettings();
  const file = path.join(directory, 'rights.jsonl');
  const { audit, handlers } = createAudit(settings, emit, file);
  const refused = [{ right: 'roomAdmin' as const, outcome: 'refused' as const, answer: 'permissions denied' }];
  const tokens = auditTokenIssues(
    audit,
    { get: () => profile },
    {
      'tokens.issue': () => Promise.reject(new Error('not asked')),
      'tokens.tryRights': async () => refused,
    },
  );
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = `${part({ alg: 'HS256' })}.${part({ sub: 'ada', video: { room: 'first-room' } })}.signature`;
  expect(await tokens['tokens.tryRights']({ profileId: profile.id, jwt })).toEqual(refused);
  const { entries } = await handlers['audit.list'](calls['audit.list'].input.parse({}));
  expect(entries).toMatchObject([
    { action: 'tokens.tryRights', room: 'first-room', targets: ['ada'], outcome: 'done', details: { rights: { roomAdmin: 'refused' } } },
  ]);
  expect(readFileSync(file, 'utf8')).not.toMatch(/eyJ/);
});
