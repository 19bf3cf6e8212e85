import { spawnSync } from 'node:child_process';
import { prepareSdks } from '../sdks/prepare.ts';
import { endSuites, runWithKeyring } from '../setup/keyring.ts';
import { ensureLiveKitServer } from '../setup/livekit-server.ts';

/**
 * `npm run bench`: builds, then measures in a session of its own. Its last line is one JSON object: name → figure; its exit code is 1
 * where a figure misses what it is held to. `npm run bench -- muteAll`: those alone whose names contain it.
 */
const liveKitServer = ensureLiveKitServer();
if (typeof liveKitServer !== 'string') throw new Error(`${liveKitServer.what} is missing: ${liveKitServer.cure}`);
process.env.ROOMKEEPER_LIVEKIT_SERVER = liveKitServer;
const wanted = process.argv.slice(2);
// Python, for the one figure that is taken against it.
const wantsPython = wanted.length === 0 || wanted.some((part) => 'endpoint.overFastapi'.includes(part));
const { sdks, missing } = prepareSdks(wantsPython ? ['python'] : []);
for (const { what, cure } of missing) console.error(`MISSING: ${what}: ${cure}`);
process.env.ROOMKEEPER_TEST_SDKS = JSON.stringify(sdks);
const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
if (status !== 0) process.exit(status ?? 1);
process.once('SIGINT', endSuites);
process.exit(await runWithKeyring('test/bench/measure.ts', wanted, 20 * 60_000));
