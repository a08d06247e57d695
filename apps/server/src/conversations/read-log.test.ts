import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import type { AccountId, ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { describe, expect, it } from 'vitest';
import type { ConversationReads, Stretch } from './ports.ts';
import { olderForTeam, olderForVisitor, tailForTeam, tailForVisitor } from './read-log.ts';

const account = 'ac1' as AccountId;
const [anna, bruno] = ['vianna', 'vibruno'] as [VisitorId, VisitorId];
const id = 'co1' as ConversationId;
const marta = { account, agent: 'agmarta', groups: [] } as never;
const inSupport = { account, agent: 'agsara', groups: ['support'] } as never;

/** A log of `length` entries; every second one is public. */
function logOf(length: number) {
  const all = Array.from({ length }, (_, nth) => ({
    ...{ seq: nth + 1, publicSeq: nth % 2 === 0 ? nth / 2 + 1 : null },
  })) as LogEntry[];
  const conversation = {
    ...{ id, visitor: anna, group: 'sales', agents: [] as never[], lastSeq: length },
    lastPublicSeq: Math.ceil(length / 2),
  } as unknown as Conversation;
  const between = (count: 'seq' | 'publicSeq', { after, before, limit }: Stretch) =>
    all.filter((entry) => (entry[count] ?? -1) > after && (entry[count] ?? -1) < before).slice(-limit);
  const store: Pick<ConversationReads, 'find' | 'newestOf' | 'entries' | 'publicEntries'> = {
    find: (key) => Promise.resolve(key.conversation === id ? conversation : null),
    newestOf: (_account, visitor) => Promise.resolve(visitor === anna ? conversation : null),
    entries: (_key, stretch) => Promise.resolve(between('seq', stretch)),
    publicEntries: (_key, stretch) => Promise.resolve(between('publicSeq', stretch)),
  };
  return { store };
}

const key = { account, conversation: id };
const seqs = (tail: { entries: readonly LogEntry[] } | null) => tail?.entries.map(({ seq }) => seq);

describe('the team', () => {
  it('C3: a screen gets what it lacks, and nothing when it lacks nothing', async () => {
    const some = await tailForTeam(logOf(9), marta, key, 6);
    expect([some?.follows, seqs(some)]).toEqual([true, [7, 8, 9]]);
    expect(await tailForTeam(logOf(9), marta, key, 9)).toMatchObject({ follows: true, entries: [] });
  });

  it('C3: who lacks more than a tail gets the newest and begins afresh', async () => {
    const tail = await tailForTeam(logOf(LIMITS.tail + 10), marta, key, 5);
    expect(tail?.follows).toBe(false);
    expect(tail?.entries).toHaveLength(LIMITS.tail);
    expect(tail?.entries.at(-1)?.seq).toBe(LIMITS.tail + 10);
  });

  it('C3: who knows more than there is begins afresh', async () => {
    const tail = await tailForTeam(logOf(3), marta, key, 50);
    expect([tail?.follows, seqs(tail)]).toEqual([false, [1, 2, 3]]);
  });

  it('C3: a page before a number that no log reaches is the newest one, asked for by a number that a column holds', async () => {
    const { store } = logOf(4);
    const asked: number[] = [];
    const noting = (_key: unknown, { before }: Stretch) => {
      asked.push(before);
      return Promise.resolve([]);
    };
    const noted = { store: { ...store, entries: noting, publicEntries: noting } };
    await olderForTeam(noted, marta, key, Number.MAX_SAFE_INTEGER);
    await olderForVisitor(noted, { account, visitor: anna }, { conversation: id, before: Number.MAX_SAFE_INTEGER });
    expect(asked).toEqual([5, 3]);
  });

  it('T1: permissions are asked at every resume and for every older page', async () => {
    expect(await tailForTeam(logOf(3), inSupport, key, 0)).toBeNull();
    expect(await tailForTeam(logOf(3), marta, { account, conversation: 'co2' as ConversationId }, 0)).toBeNull();
    await expect(olderForTeam(logOf(3), inSupport, key, 3)).rejects.toMatchObject({ code: 'not_found' });
    expect((await olderForTeam(logOf(3), marta, key, 3)).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('the visitor', () => {
  const annas = { account, visitor: anna };

  it('C3: a box gets what it lacks, counted as the visitor sees it', async () => {
    const tail = await tailForVisitor(logOf(9), annas, { knows: id, after: 3 });
    expect([tail?.follows, seqs(tail)]).toEqual([true, [7, 9]]);
  });

  it('C3: a box that knows another conversation forgets it', async () => {
    const tail = await tailForVisitor(logOf(5), annas, { knows: 'co0' as ConversationId, after: 3 });
    expect([tail?.follows, seqs(tail)]).toEqual([false, [1, 3, 5]]);
    expect(await tailForVisitor(logOf(5), annas, { knows: null, after: 0 })).toMatchObject({ follows: false });
  });

  it('T1: nobody else’s conversation is shown, nor whether there is one', async () => {
    const brunos = { account, visitor: bruno };
    expect(await tailForVisitor(logOf(5), brunos, { knows: id, after: 0 })).toBeNull();
    expect(await olderForVisitor(logOf(5), brunos, { conversation: id, before: 3 })).toEqual([]);
    expect(await olderForVisitor(logOf(5), annas, { conversation: id, before: 3 })).toHaveLength(2);
  });
});
