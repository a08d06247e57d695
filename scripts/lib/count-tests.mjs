import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) for (const key of Object.keys(total)) total[key] += count[key];
  return total;
}

/** A run that ended badly without a failed test (a crash, a broken import) counts as one failure. */
function withCrash(count, exitCode) {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function report(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @returns {Count} from vitest's JSON report */
export function countVitest(file, exitCode) {
  const read = report(file);
  if (!read) return { passed: 0, failed: 1, skipped: 0 };
  const broken = read.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
  return withCrash(
    {
      passed: read.numPassedTests,
      failed: read.numFailedTests + broken.length,
      skipped: read.numPendingTests + read.numTodoTests,
    },
    exitCode,
  );
}

/** @returns {Count} from Playwright's JSON report */
export function countPlaywright(file, exitCode) {
  const read = report(file);
  if (!read) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = read.stats;
  return withCrash({ passed: expected, failed: unexpected + flaky, skipped }, exitCode);
}

/** The last line of `npm test`. @param {Count} count */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
