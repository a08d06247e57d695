import { defineConfig } from 'vitest/config';

/** Unit, contract and integration tests; browser scenes live in `e2e/` and run under Playwright. */
export default defineConfig({
  test: {
    include: ['{packages,apps,bench}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    environment: 'node',
    // Rules move a clock of their own; how fast this machine is says nothing about them.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fakeTimers: { shouldAdvanceTime: false },
  },
});
