import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import type { JournalEntry } from '../visitors/ports.ts';
import type { DemoTalk } from './past-talks.ts';
import { type PastParts, seedPast } from './seed-past.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const PRO = {
  plan: 'PRO',
  account: 'acdemo' as AccountId,
  agents: ['aganna' as AgentId, 'agbruno' as AgentId],
} as const;

async function past(isEmpty = true) {
  const written = { entries: [] as JournalEntry[], talks: [] as DemoTalk[] };
  const parts: PastParts = {
    visitors: { admit: async () => [] },
    saveJournal: async (entries) => void written.entries.push(...entries),
    isEmpty: async () => isEmpty,
    addTalks: async (_account, talks) => void written.talks.push(...talks),
  };
  await seedPast(parts, [PRO, { ...PRO, plan: 'FREE' }], NOW);
  return written;
}

test('the demo has the same past every time, once, and none on FREE', async () => {
  const first = await past();
  expect(await past()).toEqual(first);
  expect(first.entries.filter(({ kind }) => kind === 'visit-started').length).toBeGreaterThan(1_000);
  expect(first.entries.every((entry) => !('at' in entry) || entry.at < NOW + 3_600_000)).toBe(true);
  expect(await past(false)).toEqual({ entries: [], talks: [] });
});

test('C2.15: every conversation of the past is resolved, and waits for nobody', async () => {
  const { talks } = await past();
  expect(talks.length).toBeGreaterThan(100);
  for (const { conversation, entries } of talks) {
    const { state, waitingSince, lastSeq, teamReadSeq, visitorMessages, teamReadMessages } = conversation;
    expect([state, waitingSince, teamReadSeq, teamReadMessages]).toEqual(['resolved', null, lastSeq, visitorMessages]);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: lastSeq }, (_, nth) => nth + 1));
  }
});
