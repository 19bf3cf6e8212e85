import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** `retried`: how many of those that passed needed a second try. */
export type Count = { passed: number; failed: number; skipped: number; retried: number };
export const resultsDir = 'test/results';

const vitestReport = z
  .object({
    numPassedTests: z.int(),
    numFailedTests: z.int(),
    numPendingTests: z.int(),
    numTodoTests: z.int(),
    testResults: z.array(
      z.object({
        status: z.string(),
        assertionResults: z.array(z.object({ status: z.string(), failureMessages: z.array(z.string()).default([]) })),
      }),
    ),
  })
  // A file that does not load has no failed test; it counts as one.
  .transform((report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests + report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
    skipped: report.numPendingTests + report.numTodoTests,
    // A test that has passed keeps what its first try said.
    retried: report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0),
    ).length,
  }));

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
    errors: z.array(z.unknown()),
  })
  .transform(({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    retried: stats.flaky,
  }));

/** `limit`: milliseconds after which a suite that hangs is ended and counts as failed. */
export const suites = {
  vitest: {
    script: 'node_modules/vitest/vitest.mjs',
    args: ['run', '-c', 'test/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${resultsDir}/vitest.json`],
    limit: 20 * 60_000,
    report: vitestReport,
  },
  playwright: {
    script: 'node_modules/@playwright/test/cli.js',
    args: ['test', '-c', 'test/playwright.config.ts'],
    limit: 45 * 60_000,
    report: playwrightReport,
  },
};
export type SuiteName = keyof typeof suites;

/** A suite without a report, or with an exit code that its report does not explain, counts as one failure. */
export function countOf(name: SuiteName, exitCode: number): Count {
  const file = `${resultsDir}/${name}.json`;
  const count = existsSync(file)
    ? suites[name].report.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0, retried: 0 };
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
