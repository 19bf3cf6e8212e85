import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { TokenVerifier } from 'livekit-server-sdk';
import { afterAll, describe, expect, test } from 'vitest';
import { type Claimed, claimsOf } from '../../main/tokens/grants';
import { snippet } from '../../main/tokens/snippets';
import { decodeToken } from '../../renderer/ui/decode-token';
import { onPath } from '../setup/programs';
import { anyIssued, claimed, seed } from './claimed';
import { go, java, key, output, python } from './languages';
import { registered, said, without } from './said';

const temporary = mkdtempSync(path.join(tmpdir(), 'roomkeeper-sdks-'));
// Node looks for the SDK from the folder of the file; the other languages are told.
symlinkSync(path.resolve('node_modules'), path.join(temporary, 'node_modules'), 'junction');
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const verifier = new TokenVerifier(key.apiKey, key.apiSecret);
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
const ruby = { language: 'ruby', file: 'issue.rb', run: (file: string) => output('ruby', [file], secrets) } as const;
type Runner = Omit<(typeof runners)[number], 'has'> | typeof ruby;

function sourceOf({ language, file }: Runner, wanted: Claimed): string {
  const source = path.join(temporary, file);
  writeFileSync(source, snippet(language, wanted, { serverUrl: 'wss://rtc.harbor.example' }));
  return source;
}

/** That its token says what the console's own would, to LiveKit's SDK that verifies it and to our own look at it. */
async function expectSameToken(runner: Runner, wanted: Claimed) {
  const [token = ''] = (await runner.run(sourceOf(runner, wanted))).trim().split('\n');
  const claims = { ...(await verifier.verify(token)) };
  expect(said(without(registered, claims))).toEqual(said(claimsOf(wanted)));
  expect(decodeToken(token)?.claims).toEqual(claims);
  expect(claims.iss).toBe(key.apiKey);
  // Java's SDK reads the clock once for each of the two.
  expect([wanted.ttlSeconds, wanted.ttlSeconds + 1]).toContain(Number(claims.exp) - Number(claims.nbf));
}

describe.each(runners)('the code in $language', (runner) => {
  test.runIf(runner.has).each(Object.entries(claimed))('makes the token of %s', async (_, wanted) => expectSameToken(runner, wanted));

  // A program per try: few of them, and each as hostile as the generator makes them.
  test.runIf(runner.has)('makes the token of whatever stands in its fields', async () => {
    const property = fc.asyncProperty(anyIssued, (wanted) => expectSameToken(runner, wanted));
    await fc.assert(property, { seed, numRuns: 5, interruptAfterTimeLimit: 110_000 });
  });
});

const rubyFinds = (gem: string) => onPath('ruby') !== null && spawnSync('ruby', ['-e', `require "${gem}"`]).status === 0;
/** The gem of LiveKit's SDK is in no package of a system; that of `jwt`, which the code falls back on, is. */
const gems = { livekit: rubyFinds('livekit'), jwt: rubyFinds('jwt') };
const inRuby = Object.entries(claimed).map(([name, wanted]) => {
  const needs = snippet('ruby', wanted, { serverUrl: '' }).includes('require "livekit"') ? 'livekit' : 'jwt';
  return { name, wanted, needs, canRun: gems[needs] } as const;
});

test.runIf(onPath('ruby')).each(inRuby.filter(({ canRun }) => canRun))('the code in Ruby makes the token of $name', async ({ wanted }) =>
  expectSameToken(ruby, wanted),
);

test.runIf(onPath('ruby')).each(inRuby.filter(({ canRun }) => !canRun))(
  'the code in Ruby is Ruby for the token of $name; there is no gem $needs here to run it',
  async ({ wanted }) => expect(await output('ruby', ['-c', sourceOf(ruby, wanted)])).toContain('Syntax OK'),
);
