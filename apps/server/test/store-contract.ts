import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../src/platform/log.ts';
import { createAccountStore } from '../src/store/account-store.ts';
import { type Database, type DatabasePlace, openDatabase } from '../src/store/database.ts';
import { migrateToLatest } from '../src/store/migrate.ts';
import { saveJournal } from '../src/store/save-journal.ts';
import { createVisitorStore } from '../src/store/visitor-store.ts';
import type { VisitorStore } from '../src/visitors/ports.ts';
import type { Open } from './open-database.ts';
import { accountContract } from './store-contract-accounts.ts';
import { automationContract } from './store-contract-automation.ts';
import { conversationContract } from './store-contract-conversations.ts';
import { jobContract } from './store-contract-jobs.ts';
import { journalContract } from './store-contract-journal.ts';
import { pushContract } from './store-contract-push.ts';
import { statisticsContract } from './store-contract-statistics.ts';
import { teamContract } from './store-contract-team.ts';
import { toolContract } from './store-contract-tools.ts';
import { usedCodeContract } from './store-contract-used-codes.ts';
import { viewContract } from './store-contract-views.ts';
import { agentIdOf, aNewAccount, blockIdOf, MONDAY, pageViewed, visitorAt, visitStarted } from './store-samples.ts';

/** What every database must do alike. `place` gives a fresh, empty one for each test. */
export function storeContract(name: string, place: () => Promise<DatabasePlace>): void {
  describe(`store contract on ${name}`, () => {
    const opened: Database[] = [];
    let where: DatabasePlace;
    const open = async () => {
      const database = await openDatabase(where, silentLog);
      opened.push(database);
      return database;
    };
    beforeEach(async () => {
      where = await place();
    });
    afterEach(async () => {
      for (const database of opened.splice(0)) await database.close();
    });

    migrations(open);
    admission(open);
    details(open);
    blocks(open);
    lifeSigns(open);
    journalContract(open);
    usedCodeContract(open);
    accountContract(open);
    teamContract(open);
    conversationContract(open);
    automationContract(open);
    jobContract(open);
    toolContract(open);
    statisticsContract(open);
    pushContract(open);
    viewContract(open);
  });
}

function migrations(open: Open): void {
  it('migrating twice, or twice at once, leaves one schema', async () => {
    const { db } = await open();
    expect(await migrateToLatest(db)).toEqual([]);
    await Promise.all([migrateToLatest(db), migrateToLatest(db)]);
  });
}

function admission(open: Open): void {
  const numbers = (visitors: readonly { number: number }[]) => visitors.map((visitor) => visitor.number);

  it('V3: visitors are numbered from 1 in each account, and keep their number', async () => {
    const store = createVisitorStore(await open());
    const [anna, bruno, other] = [visitorAt('one', 'anna'), visitorAt('one', 'bruno'), visitorAt('two', 'anna')];
    expect(
      numbers(
        await store.admit([
          { ...anna, at: 1 },
          { ...other, at: 2 },
          { ...bruno, at: 3 },
        ]),
      ),
    ).toEqual([1, 1, 2]);
    expect(
      numbers(
        await store.admit([
          { ...bruno, at: 9 },
          { ...anna, at: 9 },
        ]),
      ),
    ).toEqual([2, 1]);
    expect(await store.admit([])).toEqual([]);
  });

  it('V1: a visitor asked for twice in one batch is created once', async () => {
    const store = createVisitorStore(await open());
    const anna = visitorAt('one', 'anna');
    const admitted = await store.admit([
      { ...anna, at: MONDAY },
      { ...anna, at: MONDAY + 5 },
    ]);
    expect(numbers(admitted)).toEqual([1, 1]);
    expect(admitted[0]).toMatchObject({
      firstSeenAt: MONDAY,
      visits: 0,
      chats: 0,
      lastVisit: null,
      blocked: null,
      variables: {},
    });
  });

  it('V3: admissions at the same moment give every visitor one number and no number twice', async () => {
    const store = createVisitorStore(await open());
    const batches = Array.from({ length: 12 }, (_, batch) =>
      Array.from({ length: 20 }, (_, nth) => ({
        ...visitorAt(nth % 2 === 0 ? 'one' : 'two', `v${(batch * 7 + nth) % 90}`),
        at: MONDAY,
      })),
    );
    const admitted = await Promise.all(batches.map((batch) => store.admit(batch)));
    const byName = new Map<string, number>();
    for (const [index, batch] of batches.entries()) {
      for (const [nth, request] of batch.entries()) {
        const name = `${request.account} ${request.visitor}`;
        const number = admitted[index]?.[nth]?.number ?? 0;
        expect(byName.get(name) ?? number).toBe(number);
        byName.set(name, number);
      }
    }
    const pairs = [...byName].map(([name, number]) => `${name.slice(0, 24)} ${number}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
}

async function annaWithOneVisit(database: Database): Promise<VisitorStore> {
  const store = createVisitorStore(database);
  const anna = visitorAt('one', 'anna');
  await createAccountStore(database).create(aNewAccount('one'));
  await store.admit([{ ...anna, at: MONDAY }]);
  await saveJournal(database, [
    visitStarted(anna, 'first'),
    pageViewed(anna, 'first', 'home', MONDAY + 1),
    pageViewed(anna, 'first', 'cart', MONDAY + 2),
  ]);
  return store;
}

function details(open: Open): void {
  const anna = visitorAt('one', 'anna');

  it('V7: details hold the profile, the newest visits and the trail, oldest page first', async () => {
    const store = await annaWithOneVisit(await open());
    const found = await store.details(anna);
    expect(found).toMatchObject({
      visitor: { number: 1, visits: 1, lastSeenAt: MONDAY + 2, lastVisit: { pageViews: 2, endedAt: null } },
      note: { text: '', by: null, at: null },
      country: 'IT',
      city: 'Roma',
      language: 'it-IT',
      ip: '192.0.2.0',
      ipIsMasked: true,
    });
    expect(found?.trail.map((page) => page.title)).toEqual(['home', 'cart']);
    expect(found?.visits[0]?.source.utm).toEqual({ source: 'letter' });
  });

  it('V7: an edit changes what it names, and a note knows who wrote it', async () => {
    const store = await annaWithOneVisit(await open());
    const huge = 'Più caffè ☕ 🇮🇹 한국어 '.repeat(20_000);
    expect(await store.edit(anna, { name: 'Anna Ⓐ "quoted" \\', note: huge }, agentIdOf('one'), MONDAY + 9)).toBe(true);
    expect(await store.edit(anna, { phone: '+39 06 1' }, agentIdOf('one'), MONDAY + 10)).toBe(true);
    expect(await store.edit(anna, {}, agentIdOf('one'), MONDAY + 11)).toBe(true);
    const found = await store.details(anna);
    expect(found?.visitor).toMatchObject({ name: 'Anna Ⓐ "quoted" \\', phone: '+39 06 1', email: null });
    expect(found?.note).toEqual({ text: huge, by: { id: agentIdOf('one'), name: 'Owner of one' }, at: MONDAY + 9 });
  });

  it('T1: a visitor of another account is answered as an unknown one', async () => {
    const store = await annaWithOneVisit(await open());
    const foreign = visitorAt('two', 'anna');
    expect(await store.details(foreign)).toBeNull();
    expect(await store.edit(foreign, { name: 'Eve' }, agentIdOf('two'), 1)).toBe(false);
    expect(await store.block(foreign, { at: 1, by: null, until: null, byAgent: agentIdOf('two') })).toBe(false);
    expect(await store.unblock(foreign)).toBe(false);
    expect((await store.details(anna))?.visitor).toMatchObject({ name: null, blocked: null });
  });
}

function blocks(open: Open): void {
  it('C7: a blocked visitor is known as blocked at the next admission, until unblocked', async () => {
    const store = await annaWithOneVisit(await open());
    const anna = visitorAt('one', 'anna');
    await store.block(anna, { at: 5, by: 'Owner', until: 60_005, byAgent: agentIdOf('one') });
    expect((await store.admit([{ ...anna, at: 6 }]))[0]?.blocked).toEqual({ at: 5, by: 'Owner', until: 60_005 });
    await store.unblock(anna);
    expect((await store.admit([{ ...anna, at: 7 }]))[0]?.blocked).toBeNull();
  });

  it('C7: the list of the blocked has whoever is blocked now, of the groups asked for, newest first', async () => {
    const store = await annaWithOneVisit(await open());
    const [anna, bea] = [visitorAt('one', 'anna'), visitorAt('one', 'bea')];
    await store.admit([{ ...bea, at: 2 }]);
    const byAgent = agentIdOf('one');
    await store.block(anna, { at: 5, by: 'Owner', until: null, byAgent });
    await store.block(bea, { at: 6, by: null, until: 1_000, byAgent });
    const idsAt = async (now: number, ...groups: string[]) =>
      (await store.blockedVisitors(anna.account, groups, now)).map(({ id }) => id);
    expect(await idsAt(10)).toEqual([bea.visitor, anna.visitor]);
    expect(await idsAt(1_000)).toEqual([anna.visitor]);
    expect(await idsAt(10, 'sales')).toEqual([]);
    expect(await store.blockedVisitors(visitorAt('two', '').account, [], 10)).toEqual([]);
    const [, first] = await store.blockedVisitors(anna.account, [], 10);
    expect(first).toMatchObject({ at: 5, by: 'Owner', until: null });
  });

  it('C7: IP patterns belong to their account', async () => {
    const store = createVisitorStore(await open());
    const [one, two] = [visitorAt('one', '').account, visitorAt('two', '').account];
    const block = { id: blockIdOf('lan'), pattern: '192.168.0.*', createdAt: MONDAY, createdBy: 'Owner' };
    await store.addIpBlock(one, { ...block, byAgent: agentIdOf('one') });
    expect(await store.ipBlocks(one)).toEqual([block]);
    expect(await store.ipBlocks(two)).toEqual([]);
    expect(await store.removeIpBlock(two, block.id)).toBe(false);
    expect(await store.removeIpBlock(one, block.id)).toBe(true);
    expect(await store.ipBlocks(one)).toEqual([]);
  });
}

function lifeSigns(open: Open): void {
  it('V1: visits that a crash left open end at the last sign of life, and so do their pages', async () => {
    const database = await open();
    const store = await annaWithOneVisit(database);
    expect(await store.lastAlive()).toBeNull();
    await store.markAlive(MONDAY + 1_000);
    await store.markAlive(MONDAY + 2_000);
    expect(await store.lastAlive()).toBe(MONDAY + 2_000);
    expect(await store.closeAbandonedVisits(MONDAY, MONDAY + 2_000)).toBe(0);
    expect(await store.closeAbandonedVisits(MONDAY + 60_000, MONDAY + 2_000)).toBe(1);
    const found = await store.details(visitorAt('one', 'anna'));
    expect(found?.visits[0]?.endedAt).toBe(MONDAY + 2_000);
    expect(found?.trail.map((page) => page.endedAt)).toEqual([MONDAY + 2_000, MONDAY + 2_000]);
  });
}
