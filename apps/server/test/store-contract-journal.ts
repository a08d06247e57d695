import { expect, it } from 'vitest';
import type { Database } from '../src/store/database.ts';
import { blamesTheData } from '../src/store/dialect.ts';
import { saveJournal } from '../src/store/save-journal.ts';
import { createVisitorStore } from '../src/store/visitor-store.ts';
import type { JournalEntry, StoredDetails } from '../src/visitors/ports.ts';
import type { Open } from './open-database.ts';
import { MONDAY, nobody, pageIdOf, pageViewed, visitIdOf, visitorAt, visitStarted } from './store-samples.ts';

const anna = visitorAt('one', 'anna');
const visit = visitIdOf('first');

async function admitted(database: Database) {
  const store = createVisitorStore(database);
  await store.admit([{ ...anna, at: MONDAY }]);
  return store;
}

const story: readonly JournalEntry[] = [
  visitStarted(anna, 'first'),
  pageViewed(anna, 'first', 'home', MONDAY + 1),
  { ...anna, kind: 'page-titled', visit, page: pageIdOf('home'), title: 'Loading…' },
  { ...anna, kind: 'page-titled', visit, page: pageIdOf('home'), title: 'Fürs Büro 👩‍💻' },
  { ...anna, kind: 'page-ended', visit, page: pageIdOf('home'), at: MONDAY + 10 },
  pageViewed(anna, 'first', 'cart', MONDAY + 10),
  { ...anna, kind: 'visit-ended', visit, at: MONDAY + 40 },
  pageViewed(anna, 'first', 'again', MONDAY + 60),
  { ...anna, kind: 'identified', at: MONDAY + 61, ...nobody(), name: 'Anna', customer: true },
  {
    ...anna,
    kind: 'identified',
    at: MONDAY + 62,
    ...nobody(),
    name: 'Anna B.',
    variables: { cart: '€ 42' },
    verified: true,
    userId: '42',
  },
];

function expectStory(found: StoredDetails | null): void {
  expect(found?.visitor).toMatchObject({
    name: 'Anna B.',
    customer: true,
    verified: true,
    userId: '42',
    variables: { cart: '€ 42' },
    visits: 1,
    lastSeenAt: MONDAY + 60,
  });
  expect(found?.visits).toMatchObject([{ startedAt: MONDAY, endedAt: null, pageViews: 3 }]);
  expect(found?.trail).toMatchObject([
    { title: 'Fürs Büro 👩‍💻', at: MONDAY + 1, endedAt: MONDAY + 10 },
    { title: 'cart', endedAt: MONDAY + 40 },
    { title: 'again', endedAt: null },
  ]);
}

export function journalContract(open: Open): void {
  it('V7: a story saved at once reads as one saved entry by entry', async () => {
    const together = await open();
    const store = await admitted(together);
    await saveJournal(together, story.slice(0, 7));
    await saveJournal(together, story.slice(7));
    expectStory(await store.details(anna));
  });

  it('V7: the order of entries decides, not how they fell into batches', async () => {
    const database = await open();
    const store = await admitted(database);
    for (const entry of story) await saveJournal(database, [entry]);
    const found = await store.details(anna);
    expect(found?.trail.map((page) => page.title)).toEqual(['Fürs Büro 👩‍💻', 'cart', 'again']);
    expectStory(found);
  });

  it('a repeated batch doubles nothing', async () => {
    const database = await open();
    const store = await admitted(database);
    await saveJournal(database, story);
    const once = await store.details(anna);
    await saveJournal(database, story);
    expect(await store.details(anna)).toEqual(once);
  });

  it('a batch that fails in the middle leaves nothing behind', async () => {
    const database = await open();
    const store = await admitted(database);
    const nameless = {
      ...anna,
      kind: 'identified',
      at: MONDAY,
      ...nobody(),
      variables: undefined,
    } as unknown as JournalEntry;
    const failed = await saveJournal(database, [...story.slice(0, 7), nameless]).catch((error: unknown) => error);
    expect(blamesTheData(failed)).toBe(true);
    const found = await store.details(anna);
    expect(found).toMatchObject({ visits: [], trail: [], visitor: { visits: 0, lastVisit: null } });
  });

  it('T1: entries under a foreign account or about nobody leave no trace', async () => {
    const database = await open();
    const store = await admitted(database);
    const foreign = visitorAt('two', 'anna');
    const ghost = visitorAt('one', 'ghost');
    await saveJournal(database, [visitStarted(anna, 'first')]);
    await saveJournal(database, [
      visitStarted(foreign, 'second'),
      pageViewed(foreign, 'first', 'theirs'),
      pageViewed(ghost, 'first', 'ghostly'),
      { ...ghost, kind: 'visit-ended', visit, at: MONDAY + 9 },
    ]);
    expect(await store.details(foreign)).toBeNull();
    expect(await store.details(anna)).toMatchObject({ trail: [], visits: [{ endedAt: null, pageViews: 0 }] });
  });

  it('a full batch of 500 visitors with every character is saved whole', async () => {
    const database = await open();
    const store = createVisitorStore(database);
    const crowd = Array.from({ length: 250 }, (_, nth) => visitorAt('one', `crowd${nth}`));
    await store.admit(crowd.map((key) => ({ ...key, at: MONDAY })));
    const title = 'x\u0001"\\\u2028\ufffd𝒳 '.repeat(12);
    await saveJournal(
      database,
      crowd.flatMap((key, nth) => [visitStarted(key, `v${nth}`), pageViewed(key, `v${nth}`, 'home', MONDAY, title)]),
    );
    for (const key of [crowd[0], crowd[249]]) {
      if (key !== undefined) expect((await store.details(key))?.trail[0]?.title).toBe(title);
    }
  });
}
