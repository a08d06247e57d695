import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './packages/testkit/src/chromium.ts';

const json = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

/** Browser scenes. No retries: a scene that passes only sometimes is a bug, in the scene or in us. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  reporter: json ? [['list'], ['json', { outputFile: json }]] : [['list']],
  use: {
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    // Without its film, which took a fifth of the run on two cores without a graphics card.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: chromiumLaunch(),
  },
});
