import { FakeClock, settle } from '@vetrina/testkit/fake-clock';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import type { JournalEntry } from '../visitors/ports.ts';
import { journalSize } from './journal-size.ts';
import { createVisitJournal } from './visit-journal.ts';

const entry = (nth: number): JournalEntry =>
  ({
    kind: 'page-titled',
    account: 'ac',
    visitor: 'vi',
    visit: 'vs',
    page: `page${nth}`,
    title: String(nth),
  }) as unknown as JournalEntry;
const nthOf = (entry: JournalEntry) => Number('title' in entry ? entry.title : -1);
const unstorable = () => Object.assign(new Error('no'), { code: '22P05' });
const away = () => Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });

function world(mostPending?: number, mostBytes?: number) {
  const clock = new FakeClock();
  const metrics = createMetrics({ processFigures: false });
  const saved: number[][] = [];
  let fault: (entries: readonly JournalEntry[]) => Error | null = () => null;
  const journal = createVisitJournal({
    clock,
    metrics,
    log: silentLog,
    breathe: () => Promise.resolve(),
    save: async (entries) => {
      const error = fault(entries);
      if (error !== null) throw error;
      saved.push(entries.map(nthOf));
    },
    ...(mostPending === undefined ? {} : { mostPending }),
    ...(mostBytes === undefined ? {} : { mostBytes }),
  });
  return {
    clock,
    journal,
    saved,
    append: (from: number, to: number) => {
      for (let nth = from; nth < to; nth += 1) journal.append(entry(nth));
    },
    failWith: (next: typeof fault) => {
      fault = next;
    },
    outcomes: async () =>
      Object.fromEntries(
        (await metrics.journalEntries.get()).values.map(({ labels, value }) => [labels.outcome, value]),
      ),
  };
}

const upTo = (n: number) => Array.from({ length: n }, (_, nth) => nth);

describe('visit journal', () => {
  it('entries wait 100 ms for company and are saved in one batch, in order', async () => {
    const { clock, journal, saved, append } = world();
    append(0, 3);
    clock.advance(99);
    await settle();
    expect([saved, journal.pending]).toEqual([[], 3]);
    clock.advance(1);
    await settle();
    expect([saved, journal.pending]).toEqual([[[0, 1, 2]], 0]);
  });

  it('2,000 entries are saved without waiting', async () => {
    const { journal, saved, append } = world();
    append(0, 4_500);
    await settle();
    expect(saved.map((batch) => batch.length)).toEqual([2_000, 2_000]);
    await journal.flush();
    expect(saved.flat()).toEqual(upTo(4_500));
  });

  it('flush resolves when what was appended before it is saved, and at once when nothing is', async () => {
    const { journal, saved, append } = world();
    await journal.flush();
    append(0, 7_000);
    await journal.flush();
    expect(saved.flat()).toEqual(upTo(7_000));
  });

  it('while the database is away entries wait in order, and nothing is lost when it comes back', async () => {
    const { clock, journal, saved, append, failWith } = world();
    failWith(away);
    append(0, 6_000);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      clock.advance(5_000);
      await settle();
    }
    append(6_000, 7_000);
    expect([saved, journal.pending]).toEqual([[], 7_000]);
    failWith(() => null);
    clock.advance(15_000);
    await settle();
    clock.advance(1_000);
    await settle();
    expect(saved.flat()).toEqual(upTo(7_000));
  });

  it('beyond its bound the newest entries are dropped and counted', async () => {
    const { clock, journal, saved, append, failWith, outcomes } = world(1_000);
    failWith(away);
    append(0, 1_500);
    clock.advance(100);
    await settle();
    expect(journal.pending).toBe(1_000);
    failWith(() => null);
    clock.advance(60_000);
    await settle();
    await journal.flush();
    expect(saved.flat()).toEqual(upTo(1_000));
    expect(await outcomes()).toEqual({ dropped: 500, saved: 1_000 });
  });

  it('bad input: few entries that are large find as little room as many small ones', async () => {
    const { clock, journal, saved, append, failWith, outcomes } = world(1_000, journalSize(entry(0)) * 10);
    failWith(away);
    append(0, 20);
    clock.advance(100);
    await settle();
    expect(journal.pending).toBe(10);
    failWith(() => null);
    clock.advance(60_000);
    await settle();
    await journal.flush();
    append(20, 25);
    await journal.flush();
    expect(saved.flat()).toEqual([...upTo(10), 20, 21, 22, 23, 24]);
    expect(await outcomes()).toEqual({ dropped: 10, saved: 15 });
  });

  it('an entry that cannot be stored is found and left out; its neighbours are saved', async () => {
    const { journal, saved, append, failWith, outcomes } = world();
    failWith((entries) => (entries.some((one) => nthOf(one) === 77) ? unstorable() : null));
    append(0, 200);
    await journal.flush();
    expect(saved.flat()).toEqual(upTo(200).filter((nth) => nth !== 77));
    expect(await outcomes()).toEqual({ saved: 199, refused: 1 });
  });
});
