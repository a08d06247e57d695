import { type Browser, test as base } from '@playwright/test';
import { DESK, makeStage, type Size, type Stage } from '../screens/stage.ts';
import { makeWorld, type World } from '../screens/world.ts';

interface Everything {
  /** The seeded world of all screens; one for every worker, since nothing that happens there stays. */
  readonly everything: World;
}

interface Sized {
  readonly size: Size;
  readonly stage: Stage;
}

/** Scenes over the table of all screens. */
export const test = base.extend<Sized, Everything>({
  everything: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const world = await makeWorld();
      await use(world);
      await world.ends();
    },
    { scope: 'worker' },
  ],
  size: [DESK, { option: true }],
  stage: async ({ browser, everything, size }: { browser: Browser; everything: World; size: Size }, use) => {
    const stage = await makeStage(browser, everything, size, 'en');
    await use(stage);
    await stage.ends();
  },
});
