import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { runWithKeyring } from './setup/keyring.ts';
import { ensureLiveKitServer, startLiveKitServer } from './setup/livekit-server.ts';
import { ensurePackages } from './setup/packages.ts';

/**
 * `npm test`: sets the machine up, checks, builds, runs both suites, closes with one line over both.
 * `npm test -- vitest test/server/x.test.ts` or `npm test -- playwright x.spec.ts`: builds and runs that alone.
 */
const results = 'test/results';
const suites = {
  vitest: {
    args: ['run', '-c', 'test/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${results}/vitest.json`],
    // A file that does not load has no failed test; it counts as one.
    count: z
      .object({
        numPassedTests: z.int(),
        numFailedTests: z.int(),
        numPendingTests: z.int(),
        numTodoTests: z.int(),
        testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
      })
      .transform((r) => ({
        passed: r.numPassedTests,
        failed: r.numFailedTests + r.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
        skipped: r.numPendingTests + r.numTodoTests,
      })),
  },
  playwright: {
    args: ['test', '-c', 'test/playwright.config.ts'],
    count: z
      .object({
        stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
        errors: z.array(z.unknown()),
      })
      .transform(({ stats, errors }) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky + errors.length,
        skipped: stats.skipped,
      })),
  },
};

const [only, ...filters] = process.argv.slice(2);
ensurePackages();
const liveKitBinary = ensureLiveKitServer();
for (const script of only ? ['build'] : ['check', 'build']) {
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
rmSync(results, { recursive: true, force: true });

const total = { passed: 0, failed: 0, skipped: 0 };
process.env.ROOMKEEPER_LIVEKIT_SERVER = liveKitBinary;
const liveKit = await startLiveKitServer();
process.env.ROOMKEEPER_TEST_SERVER = JSON.stringify({ url: liveKit.url, apiKey: liveKit.apiKey, apiSecret: liveKit.apiSecret });
try {
  for (const [name, { args, count }] of Object.entries(suites).filter(([suite]) => !only || suite === only)) {
    const code = await runWithKeyring(name, [...args, ...filters], process.env);
    const report = `${results}/${name}.json`;
    const counted = existsSync(report) ? count.parse(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 1, skipped: 0 };
    total.passed += counted.passed;
    total.skipped += counted.skipped;
    total.failed += code !== 0 && counted.failed === 0 ? 1 : counted.failed; // the runner itself failed
  }
} finally {
  await liveKit.stop();
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
