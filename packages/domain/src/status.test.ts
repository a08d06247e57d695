import { aVisitor } from '@vetrina/testkit/builders';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsOf } from './filter-bits.ts';
import type { Chat, LiveVisitor, Presence } from './live-visitor.ts';
import { presenceAt } from './presence.ts';
import { ACTIVE_FOR, isActive, nextStatusChange, statusOf } from './status.ts';

const T = 10_000_000;

test.each<[string, Partial<LiveVisitor>, string]>([
  ['wrote and waits', { chat: { state: 'waiting', since: T } }, 'new-chat'],
  ['talks with an agent', { chat: { state: 'chatting', lastMessageAt: T } }, 'chatting'],
  ['did something just now', { lastActivityAt: T }, 'active'],
  ['did something 9:59 ago', { lastActivityAt: T - ACTIVE_FOR + 1 }, 'active'],
  ['did nothing for 10 minutes', { lastActivityAt: T - ACTIVE_FOR }, 'inactive'],
  [
    'went while waiting',
    { chat: { state: 'waiting', since: T }, presence: { state: 'left', since: T - 6_000 } },
    'left',
  ],
])('V2: someone who %s', (_, overrides, status) => {
  expect(statusOf(aVisitor(overrides), T)).toBe(status);
});

test('V1: leaving looks unchanged, even when 10 minutes pass within the grace', () => {
  const visitor = aVisitor({ lastActivityAt: T - ACTIVE_FOR + 1, presence: { state: 'leaving', since: T } });
  expect(statusOf(visitor, T + 4_999)).toBe('active');
  expect(nextStatusChange(visitor, T + 4_999)).toBe(T + 5_000);
});

test('V1: a grace that ran out reads as left before anyone has written it down', () => {
  const visitor = aVisitor({ presence: { state: 'leaving', since: T } });
  expect(statusOf(visitor, T + 5_000)).toBe('left');
  expect(nextStatusChange(visitor, T + 5_000)).toBe(T + 30_000);
});

test('V4: someone in chat stops being active by time, and that moment is announced', () => {
  const visitor = aVisitor({ chat: { state: 'chatting', lastMessageAt: T }, lastActivityAt: T });
  expect(nextStatusChange(visitor, T)).toBe(T + ACTIVE_FOR);
  expect(isActive(visitor, T + ACTIVE_FOR)).toBe(false);
  expect(nextStatusChange(visitor, T + ACTIVE_FOR)).toBeNull();
});

const chat: fc.Arbitrary<Chat> = fc.oneof(
  fc.constant<Chat>({ state: 'none' }),
  fc.record({ state: fc.constant('waiting' as const), since: fc.nat(T) }),
  fc.record({ state: fc.constant('chatting' as const), lastMessageAt: fc.nat(T) }),
);
const presence: fc.Arbitrary<Presence> = fc.oneof(
  fc.constant<Presence>({ state: 'here' }),
  fc.record({ state: fc.constantFrom('leaving' as const, 'left' as const), since: fc.nat(2_000_000) }),
);

test('V1, V2, V4: nothing shown changes before the announced moment', () => {
  const shown = (visitor: LiveVisitor, now: number) => [
    statusOf(visitor, now),
    bitsOf(visitor, now),
    presenceAt(visitor.presence, now) === 'gone',
  ];
  const moment = fc.nat(2_000_000);
  fc.assert(
    fc.property(chat, presence, moment, moment, moment, (chat, presence, lastActivityAt, now, wait) => {
      const visitor = aVisitor({ chat, presence, lastActivityAt });
      const next = nextStatusChange(visitor, now);
      const until = next === null ? now + wait : Math.min(now + wait, next - 1);
      if (until > now) expect(shown(visitor, until)).toEqual(shown(visitor, now));
      if (next !== null && next > now) expect(shown(visitor, next)).not.toEqual(shown(visitor, now));
    }),
    { numRuns: 1_000 },
  );
});
