import { defineConfig } from 'vitest/config';

/** Unit, contract and integration tests; browser scenes live in `e2e/` and run under Playwright. */
export default defineConfig({
  test: {
    include: ['{packages,apps,bench}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    environment: 'node',
    fakeTimers: { shouldAdvanceTime: false },
  },
});
