import { spawnSync } from 'node:child_process';
import { endSuites, runWithKeyring } from '../setup/keyring.ts';

/** `npm run bench`: builds, then measures in a session of its own. Its last line is one JSON object: name → figure. */
const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
if (status !== 0) process.exit(status ?? 1);
process.once('SIGINT', endSuites);
process.exit(await runWithKeyring('test/bench/measure.ts', [], 10 * 60_000));
