/**
 * `npm test`: every check and every test, from the types to the browser. Takes what it needs from the machine (on
 * Debian as root by apt) and says at the end what it had to leave out; with `CI=true` leaving anything out is a failure.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { countPlaywright, countVitest, sum, summary } from './lib/count-tests.mjs';
import { prepareMachine } from './lib/machine.mjs';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

const MINUTE = 60_000;
const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };
const CI = process.env.CI === 'true';

const bin = (path) => [process.execPath, join(ROOT, 'node_modules', path)];
const title = (text) => console.log(`\n── ${text} ──`);

/** Runs a step whose exit code is its only result. */
async function step(name, work) {
  title(name);
  try {
    await work();
    return PASSED;
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    return FAILED;
  }
}

async function runVitest(folder) {
  title('Unit, contract and integration tests');
  const file = join(folder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const command = [...bin('vitest/vitest.mjs'), 'run', ...reporters];
  const code = await run(command, { cwd: ROOT, timeoutMs: 10 * MINUTE, mayFail: true }).catch(() => 1);
  return countVitest(file, code);
}

async function runPlaywright(folder, chromium) {
  title('Browser tests');
  const file = join(folder, 'playwright.json');
  const code = await run([...bin('@playwright/test/cli.js'), 'test', '--pass-with-no-tests'], {
    cwd: ROOT,
    timeoutMs: 20 * MINUTE,
    mayFail: true,
    env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  }).catch(() => 1);
  return countPlaywright(file, code);
}

async function test(folder) {
  const missing = [];
  const machine = await prepareMachine(ROOT);
  const results = [];
  const check = () => run([process.execPath, join(ROOT, 'scripts/check.mjs')], { cwd: ROOT, timeoutMs: 5 * MINUTE });
  results.push(await step('Checks', check));
  results.push(await step('Builds', () => build(ROOT)));
  if (!machine.postgres) missing.push('PostgreSQL tests: no PostgreSQL here; install one or set TEST_DATABASE_URL');
  results.push(await runVitest(folder));
  if (machine.chromium) results.push(await runPlaywright(folder, machine.chromium));
  else missing.push('Browser tests: no Chromium here; run `npx playwright install chromium` or set CHROMIUM_PATH');
  return { count: sum(results), missing };
}

await prepare();
const folder = mkdtempSync(join(tmpdir(), 'vetrina-test-'));
const { count, missing } = await test(folder);
rmSync(folder, { recursive: true, force: true });
for (const what of missing) console.log(`\n!!! SKIPPED: ${what}`);
const leftOut = missing.length > 0 || count.skipped > 0;
if (CI && leftOut) console.log('\nWith CI=true nothing may be skipped.');
console.log(`\n${summary(count)}`);
await finish(count.failed > 0 || (CI && leftOut) ? 1 : 0);
