import { expect, it as plain } from 'vitest';
import { World } from './world.ts';
import { WorldDatabase } from './world-database.ts';
import { anAccount } from './world-samples.ts';

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

/** A scene in which people talk: the same, with the real store behind it. */
export const talk = plain.extend<{ world: World; database: WorldDatabase }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from the pattern.
  database: async ({}, use) => {
    const database = await WorldDatabase.open(twoAccounts());
    await use(database);
    await database.close();
  },
  world: async ({ database }, use) => {
    const world = await World.open({ database, accounts: twoAccounts() });
    await use(world);
    const { failures } = world;
    await world.close();
    expect(failures).toEqual([]);
  },
});

const twoAccounts = () => [anAccount(1), anAccount(2)];
