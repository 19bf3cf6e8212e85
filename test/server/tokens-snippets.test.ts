import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { TokenVerifier } from 'livekit-server-sdk';
import { afterAll, expect, test } from 'vitest';
import type { TokenRequest } from '../../main/contract/tokens';
import { type Claimed, claimsOf } from '../../main/tokens/grants';
import { snippet } from '../../main/tokens/snippets';
import { type Claims, registered, said, without } from '../sdks/said';
import { testServer } from '../setup/livekit-server';
import { onPath } from '../setup/programs';
import { startReverseProxy } from '../setup/reverse-proxy';
import { anyRequest, request } from '../unit/main/tokens/requests';

const server = testServer();
const env = { PATH: process.env.PATH, LIVEKIT_API_KEY: server.apiKey, LIVEKIT_API_SECRET: server.apiSecret };
// Below the project, where a pasted file would find livekit-server-sdk.
mkdirSync('test/results', { recursive: true });
const folder = mkdtempSync(path.resolve('test/results/snippets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first line that a program prints. */
function run(program: string, file: string, code: string): string {
  const script = path.join(folder, file);
  writeFileSync(script, code);
  const { stdout, stderr } = spawnSync(program, [script], { env, encoding: 'utf8' });
  const [token = ''] = stdout.split('\n');
  if (!token.startsWith('eyJ')) throw new Error(`${program}: ${stderr}\n${code}`);
  return token;
}
const runners = {
  node: (code: string) => run(process.execPath, 'issue.mjs', code),
  curl: (code: string) => run('bash', 'issue.sh', code.replace(/^.*\bcurl -sS .*$/m, '')),
};

/** The server reads half a character as U+FFFD, whatever wrote it. */
const wellFormed = (claims: object): Claims =>
  JSON.parse(JSON.stringify(claims, (_, inner) => (typeof inner === 'string' ? inner.toWellFormed() : inner)));

async function expectSame(token: string, asked: Claimed) {
  const claims = wellFormed(await new TokenVerifier(server.apiKey, server.apiSecret).verify(token));
  expect(said(without(registered, claims))).toEqual(said(wellFormed(claimsOf(asked))));
  expect(claims.iss).toBe(server.apiKey);
  // livekit-server-sdk looks at the clock for each of both: a second may begin in between.
  expect([asked.ttlSeconds, asked.ttlSeconds - 1]).toContain(Number(claims.exp) - Number(claims.nbf));
}

/** Named by `npm test` where it is missing. */
const hasOpenssl = onPath('openssl') !== null && onPath('bash') !== null;

test.each(['node', ...(hasOpenssl ? (['curl'] as const) : [])] as const)(
  '%s makes the same token, whatever stands in its fields',
  { timeout: 60_000 },
  async (language) => {
    // A program per try: few of them, and each as hostile as the generator makes them.
    const property = fc.asyncProperty(anyRequest, (asked) =>
      expectSame(runners[language](snippet(language, asked, { serverUrl: server.url })), asked),
    );
    await fc.assert(property, { numRuns: 12, interruptAfterTimeLimit: 50_000 });
  },
);

const canAsk = hasOpenssl && onPath('curl') !== null;
test.runIf(canAsk).each(['', '/media/livekit'])(
  'curl asks the server whether it would let the token in, also under a path: %j',
  async (prefix) => {
    const proxy = await startReverseProxy(server.url, { prefix });
    const asked = request({ identity: "o'brien", room: 'first "room"', ttlSeconds: 600 });
    const script = path.join(folder, 'ask.sh');
    writeFileSync(script, snippet('curl', asked, { serverUrl: proxy.url }));
    const { stderr } = await promisify(execFile)('bash', [script], { env, encoding: 'utf8' });
    expect(stderr.trim()).toBe('success');
    await proxy.close();
  },
);

test.each(['node', 'python', 'go', 'ruby', 'java', 'lk', 'curl'] as const)('%s takes key and secret from the environment', (language) => {
  const code = snippet(language, request({ kind: 'agent' }), { serverUrl: server.url });
  if (language !== 'lk') expect(code).toMatch(/LIVEKIT_API_KEY[\s\S]*LIVEKIT_API_SECRET/);
  expect(code).not.toContain(server.apiKey);
});

test.each<[Partial<TokenRequest>, string]>([
  [{ kind: 'agent' }, 'kind'],
  [{ roomPreset: 'small' }, 'roomPreset'],
  [{ identity: 'ada-%x' }, 'an identity or a name with a %-template'],
  [{ roomConfig: { maxParticipants: 3 } }, 'roomConfig (but one agent)'],
  [{ roomConfig: { tags: { floor: '3' } } }, 'roomConfig (but one agent)'],
  [{ roomConfig: { agents: [{ agentName: '' }] } }, 'roomConfig (but one agent)'],
  [{ roomConfig: { agents: [{ agentName: 'scribe', restartPolicy: 'JRP_NEVER' }] } }, 'roomConfig (but one agent)'],
  [{ name: '' }, 'no display name (it takes the identity)'],
  [{ grants: { roomJoin: false, canSubscribe: false, roomList: true } }, 'no room (it makes one up)'],
])('lk says what it cannot say: %j', (given, lacking) => {
  expect(snippet('lk', request({ name: 'Ada', ...given }), { serverUrl: server.url })).toMatch(
    new RegExp(`^# not the same token: .*${RegExp.escape(lacking)}`, 'm'),
  );
});

test('lk says nothing of the sort where it makes the same token', () => {
  const agents = [{ agentName: 'scribe', metadata: 'first', deployment: 'staging' }];
  const code = snippet('lk', request({ name: 'Ada', attributes: { role: 'host' }, roomConfig: { agents } }), { serverUrl: server.url });
  expect(code).not.toContain('cannot');
  expect(code).toContain("--agent='scribe' \\\n  --job-metadata='first' \\\n  --deployment='staging'");
});

test('lk is not run where it would ask for grants instead of making the token', () => {
  const grants = { roomJoin: false, canSubscribe: false, sipCall: true };
  expect(snippet('lk', request({ grants }), { serverUrl: server.url })).not.toContain('lk token create');
});

test.each(['destinationRoom', 'roomConfig.tags', 'roomConfig.agents.deployment'])(
  'Ruby’s gem is not asked for %s, which it lacks',
  (name) => {
    const roomConfig = { tags: { floor: '3' }, agents: [{ agentName: 'scribe', deployment: 'staging' }] };
    const code = snippet('ruby', request({ grants: { roomAdmin: true, destinationRoom: 'next' }, roomConfig }), { serverUrl: server.url });
    expect(code).toContain(name);
    expect(code).toContain('JWT.encode');
  },
);
