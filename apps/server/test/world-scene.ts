import { expect, it as plain } from 'vitest';
import { World } from './world.ts';

/** A scene in a world of its own: `it('…', async ({ world }) => …)`. Whatever failed unheard in it fails the scene. */
export const it = plain.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from the pattern.
  world: async ({}, use) => {
    const world = await World.open();
    await use(world);
    const { failures } = world;
    await world.close();
    expect(failures).toEqual([]);
  },
});
