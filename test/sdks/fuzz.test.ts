import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { openEndpoint } from '../server/endpoint-desk';
import { preparedSdks } from './prepare';

const { schemathesis } = preparedSdks();
const folder = mkdtempSync(path.join(tmpdir(), 'roomkeeper-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Text of ASCII alone: the limits of a name are bytes, which JSON Schema cannot say. 413 is an answer to what is too long for its
 * field and for the endpoint at once, or to many fields that are each as long as they may be. `refuses`: what else the rules of a client
 * answer to a request that is well written.
 */
const settings = (refuses: string[]) => `seed = 20
[generation]
codec = "ascii"
max-examples = 40
[checks.negative_data_rejection]
expected-statuses = ["400", "401", "403", "404", "405", "413", "415"]
[checks.positive_data_acceptance]
expected-statuses = ${JSON.stringify(['2xx', '403', '413', ...refuses])}
`;

const clients = [
  { of: 'any room', url: 'ws://127.0.0.1:7880', rules: {}, refuses: [] },
  {
    of: 'a server elsewhere, with rules',
    url: 'wss://rtc.example',
    // A room that is not named where there are several, and a token too big for what stands before a server.
    refuses: ['400'],
    rules: { rooms: ['a*', 'lobby'], identityRule: 'prefixed' as const, identity: 'web-', presetId: 'publisher' },
  },
];
test.runIf(schemathesis).each(clients)(
  'the token endpoint does what its OpenAPI document says, whatever it is sent: $of',
  async ({ url, rules, refuses }) => {
    const desk = openEndpoint({ url, apiKey: 'APIfuzz', apiSecret: 'a secret of more than thirty-two letters' });
    const { openApi } = await desk.start();
    const { key } = await desk.newClient({ ...rules, perMinute: 1_000_000 });
    writeFileSync(path.join(folder, 'schemathesis.toml'), settings(refuses));
    const args = ['run', openApi, '--header', `Authorization: Bearer ${key}`, '--workers', '1', '--no-color', '--max-failures', '5'];
    const run = promisify(execFile)(schemathesis?.program ?? '', args, { cwd: folder, timeout: 220_000 });
    const { stdout } = await run.catch((error: { stdout: string }) => error);
    // It also warns, of a preflight that only a client's page may make and of rules that no schema says.
    expect(stdout).toMatch(/ (\d+) generated, \1 passed/);
    expect(Number(/(\d+) generated/.exec(stdout)?.[1])).toBeGreaterThan(50);
    expect(stdout).not.toContain(key);
  },
  240_000,
);
