import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { prepareSdks } from './sdks/prepare.ts';
import { findChromium } from './setup/chromium.ts';
import { electronForStories } from './setup/electron.ts';
import { endSuites, hasKeychain, runWithKeyring } from './setup/keyring.ts';
import { ensureLiveKitServer, startLiveKitServer } from './setup/livekit-server.ts';
import { ensurePackages } from './setup/packages.ts';
import { countOf, resultsDir, type SuiteName, suites } from './suites.ts';

/**
 * `npm test`: sets the machine up, checks, builds, runs both suites, closes with one line over both.
 * `npm test -- vitest test/server/x.test.ts` or `npm test -- playwright x.spec.ts`: builds and runs that alone.
 * What cannot be had is named and its tests are skipped, counted as one each; in CI that is a failure.
 */
const [only, ...filters] = process.argv.slice(2);
const packages = ensurePackages();
// Named before the suites have a HOME of their own, where Playwright's would not be found.
const chromium = findChromium();
if (chromium) process.env.ROOMKEEPER_CHROMIUM = chromium;
const liveKitServer = ensureLiveKitServer();
const isWhole = filters.length === 0;
// They take long the first time: not for a run of something else.
const wantsSdks = only !== 'playwright' && (isWhole || filters.some((filter) => filter.includes('sdks')));
const { sdks, missing: missingSdks } = wantsSdks ? prepareSdks() : { sdks: null, missing: [] };
if (sdks) process.env.ROOMKEEPER_TEST_SDKS = JSON.stringify(sdks);
const missing = [...packages, ...(typeof liveKitServer === 'string' ? [] : [liveKitServer]), ...missingSdks];
for (const { what, without, cure } of missing)
  console.error(`\nMISSING: ${what}\n  Skipped without it: ${without}.\n  To get it: ${cure}\n`);
if (missing.length > 0 && process.env.CI) process.exit(1);

for (const script of only ? ['build'] : ['check', 'build']) {
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
rmSync(resultsDir, { recursive: true, force: true });

const hasServer = typeof liveKitServer === 'string';
const canAct = hasServer && hasKeychain();
/** What each suite cannot run here. */
const skipped: Record<SuiteName, string[]> = {
  vitest: [
    ...(canAct ? [] : ['--project=!server', '--project=!faults']),
    ...(hasKeychain() ? [] : ['--project=!keychain']),
    ...(sdks ? [] : ['--project=!sdks']),
  ],
  playwright: canAct && chromium ? [] : ['all'],
};
const wantedSuites = (['vitest', 'playwright'] as const).filter((name) => !only || only === name);
const electron = electronForStories();
if (wantedSuites.includes('playwright') && 'lacks' in electron)
  console.log(`Electron: ${electron.lacks}; its stories are told in the browser host alone.`);
const notRun = isWhole ? wantedSuites.flatMap((name) => skipped[name]) : [];
if (notRun.length > 0) console.error(`\nSKIPPED: ${notRun.join(' ')}\n`);
// All that the suites need was there above, so this is a defect of the set-up, which must not look green.
if (notRun.length > 0 && process.env.CI) process.exit(1);

const liveKit = hasServer ? await startLiveKitServer() : undefined;
if (liveKit && hasServer) {
  process.env.ROOMKEEPER_LIVEKIT_SERVER = liveKitServer;
  process.env.ROOMKEEPER_TEST_SERVER = JSON.stringify({ url: liveKit.url, apiKey: liveKit.apiKey, apiSecret: liveKit.apiSecret });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    endSuites();
    await liveKit?.stop();
    process.exit(1);
  });
}

const total = { passed: 0, failed: 0, skipped: 0, retried: 0 };
try {
  for (const name of wantedSuites) {
    if (isWhole) total.skipped += skipped[name].length;
    if (skipped[name].includes('all')) continue;
    const { script, args, limit } = suites[name];
    const count = countOf(name, await runWithKeyring(script, [...args, ...skipped[name], ...filters], limit));
    for (const part of ['passed', 'failed', 'skipped', 'retried'] as const) total[part] += count[part];
  }
} finally {
  await liveKit?.stop();
}
if (total.retried > 0) console.log(`${total.retried} of those that passed did so at the second try: each is a defect to mend`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
