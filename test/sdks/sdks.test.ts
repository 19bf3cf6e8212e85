import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { type Claimed, claimsOf, decodeClaims, signClaims } from '../../main/tokens/grants';
import { snippet } from '../../main/tokens/snippets';
import { onPath } from '../setup/programs';
import { request } from '../unit/main/tokens/requests';
import { preparedSdks } from './prepare';

const key = { apiKey: 'APIk7QzW4mTn2', apiSecret: randomBytes(32).toString('base64url') };
const { python, go, java } = preparedSdks();
const temporary = mkdtempSync(path.join(tmpdir(), 'roomkeeper-sdks-'));
// Node looks for the SDK from the folder of the file; the other languages are told.
symlinkSync(path.resolve('node_modules'), path.join(temporary, 'node_modules'), 'junction');
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const requests: Record<string, Claimed> = {
  'a guest': request({ room: 'first-room', grants: { roomJoin: true, canSubscribe: true, canPublishData: true } }),
  'a moderator with all that can be said': request({
    name: 'Ada Lovelace',
    metadata: '{"team":"support"}',
    attributes: { role: 'moderator', desk: '7' },
    grants: {
      roomJoin: true,
      roomAdmin: true,
      canPublish: true,
      canSubscribe: true,
      canPublishData: true,
      canPublishSources: ['camera', 'microphone', 'screen_share', 'screen_share_audio'],
      canUpdateOwnMetadata: true,
      canSubscribeMetrics: true,
      canManageAgentSession: true,
    },
  }),
  'an agent with room settings': request({
    kind: 'agent',
    roomPreset: 'small',
    roomConfig: {
      emptyTimeout: 60,
      departureTimeout: 20,
      maxParticipants: 5,
      minPlayoutDelay: 10,
      maxPlayoutDelay: 20,
      syncStreams: true,
      metadata: 'made by a token',
      agents: [
        { agentName: 'helper', metadata: 'first' },
        { agentName: 'scribe', restartPolicy: 'JRP_NEVER', deployment: 'staging', attributes: { voice: 'calm', 'k"\n': '$(id)`' } },
      ],
      tags: { floor: '3', snake_case: 'kept' },
    },
    grants: { roomJoin: true, agent: true, hidden: true, canPublish: true, canSubscribe: true },
  }),
  'a service that joins nothing': request({
    room: '',
    ttlSeconds: 60,
    grants: {
      roomJoin: false,
      canSubscribe: false,
      roomCreate: true,
      roomList: true,
      roomRecord: true,
      ingressAdmin: true,
      sipAdmin: true,
      sipCall: true,
      inference: true,
      observability: true,
    },
  }),
  'names from hostile hands': request({
    identity: 'a"b\'c`d$e\\f\n$ {g}#{h}%s\u202e\u200b😀',
    name: '</script>',
    metadata: '\t"\\u0041"\r\n',
    attributes: { 'k"\n': '$(id)`' },
    room: 'räume/𝒳',
  }),
};

async function output(program: string, args: string[], env: Record<string, string> = {}) {
  const options = { cwd: path.resolve('test/sdks'), env: { ...process.env, ...env }, timeout: 120_000 };
  return (await promisify(execFile)(program, args, options)).stdout;
}

type Claims = Record<string, unknown>;
const isRecord = (value: unknown): value is Claims => typeof value === 'object' && value !== null && !Array.isArray(value);
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** What each SDK writes in its own way and means the same: an absent field and an empty one. */
const isUnset = (value: unknown) =>
  value === null ||
  value === '' ||
  value === 0 ||
  value === 'JRP_ON_FAILURE' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Without who, when and what is unset; names as LiveKit's JSON has them. The names of attributes and tags are people's own. */
function meaning(value: unknown, isOwn = false): unknown {
  if (Array.isArray(value)) return value.map((item) => meaning(item));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value)
    .filter(([name]) => isOwn || !['iss', 'nbf', 'exp', 'iat', 'jti'].includes(name))
    .map(([name, inner]) => [isOwn ? name : camel(name), meaning(inner, name === 'attributes' || name === 'tags')] as const);
  return Object.fromEntries(entries.filter(([, inner]) => isOwn || !isUnset(inner)));
}

/** The identity is `sub`; Go writes it as `identity` too, and the verifiers call it that. */
function said(claims: Claims): Claims {
  const { identity, ...others } = meaning(claims) as Claims;
  if (identity !== undefined && others.sub !== undefined) expect(identity).toBe(others.sub);
  return identity === undefined ? others : { ...others, sub: identity };
}

/** That these claims say all that ours do; a verifier may add its defaults, not another yes. */
function expectSame(verified: Claims, own: Claims, defaults: string[]) {
  const [theirs, ours] = [said(verified), said(own)];
  expect(theirs).toMatchObject(ours);
  const granted = ({ video }: Claims) =>
    Object.entries(isRecord(video) ? video : {}).flatMap(([name, yes]) => (yes === true ? [name] : []));
  expect(granted(ours)).toEqual(expect.arrayContaining(granted(theirs).filter((name) => !defaults.includes(name))));
}

const verifiers = [
  // The fields of its VideoGrants that say yes unless told otherwise.
  {
    name: 'Python',
    has: python,
    defaults: ['canPublish', 'canSubscribe', 'canPublishData'],
    run: (...args: string[]) => output(python?.program ?? '', ['verify.py', ...args]),
  },
  { name: 'Go', has: go, defaults: [], run: (...args: string[]) => output(go?.verifier ?? '', args) },
  {
    name: 'Java',
    has: java,
    defaults: [],
    run: (...args: string[]) => output('java', ['-cp', java?.classPath ?? '', 'Verify.java', ...args]),
  },
];

describe.each(verifiers)('the SDK for $name', ({ has, run, defaults }) => {
  test.runIf(has).each(Object.entries(requests))('reads in the token of %s what we wrote', async (_, wanted) => {
    const { jwt } = await signClaims(key, wanted);
    const [first = ''] = (await run(key.apiKey, key.apiSecret, jwt)).split('\n');
    expectSame(JSON.parse(first), decodeClaims(jwt), defaults);
  });

  test.runIf(has)('refuses a token that another secret has signed', async () => {
    const { jwt } = await signClaims({ ...key, apiSecret: 'not the secret, but as long as one should be' }, request());
    await expect(run(key.apiKey, key.apiSecret, jwt)).rejects.toThrow(/signature/i);
  });
});

const secrets = { LIVEKIT_API_KEY: key.apiKey, LIVEKIT_API_SECRET: key.apiSecret };
/** Writes the code where its language looks for what it imports, and runs it. */
const runners = [
  { language: 'node', has: true, file: 'issue.mjs', run: (file: string) => output(process.execPath, [file], secrets) },
  { language: 'python', has: python, file: 'issue.py', run: (file: string) => output(python?.program ?? '', [file], secrets) },
  { language: 'go', has: go, file: 'issue.go', run: (file: string) => output('go', ['run', file], { ...go?.env, ...secrets }) },
  {
    language: 'java',
    has: java,
    file: 'IssueToken.java',
    run: (file: string) => output('java', ['-cp', java?.classPath ?? '', file], secrets),
  },
] as const;

describe.each(runners)('the code in $language', ({ has, language, file, run }) => {
  test.runIf(has).each(Object.entries(requests))('makes the token of %s', async (_, wanted) => {
    const source = path.join(temporary, file);
    writeFileSync(source, snippet(language, wanted, { serverUrl: 'wss://rtc.harbor.example' }));
    const claims = decodeClaims((await run(source)).trim().split('\n')[0] ?? '');
    expect(said(claims)).toEqual(said(claimsOf(wanted)));
    expect(claims.iss).toBe(key.apiKey);
    // Java's SDK reads the clock once for each of the two.
    expect([wanted.ttlSeconds, wanted.ttlSeconds + 1]).toContain(Number(claims.exp) - Number(claims.nbf));
  });
});

test.runIf(onPath('ruby')).each(Object.entries(requests))(
  'the code in Ruby is Ruby for the token of %s; its SDK is not run here',
  async (_, wanted) => {
    const source = path.join(temporary, 'issue.rb');
    writeFileSync(source, snippet('ruby', wanted, { serverUrl: 'wss://rtc.harbor.example' }));
    expect(await output('ruby', ['-c', source])).toContain('Syntax OK');
  },
);
