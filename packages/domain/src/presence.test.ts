import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Presence } from './live-visitor.ts';
import { nextPresenceChange, PRESENCE, presenceAt, tabsNow } from './presence.ts';

const here: Presence = { state: 'here' };

test('V1: a navigation does not flicker: the last tab going is grace, the next tab ends it', () => {
  const leaving = tabsNow(here, 0, 1_000);
  expect(presenceAt(leaving, 5_999)).toEqual({ state: 'leaving', since: 1_000 });
  expect(tabsNow(leaving, 1, 5_999)).toEqual(here);
});

test('V1: after 5 s the row is shown as left, after 30 s it goes', () => {
  const leaving = tabsNow(here, 0, 1_000);
  expect(presenceAt(leaving, 6_000)).toEqual({ state: 'left', since: 1_000 });
  expect(presenceAt(leaving, 30_999)).toEqual({ state: 'left', since: 1_000 });
  expect(presenceAt(leaving, 31_000)).toBe('gone');
});

test('V1: one of several tabs going changes nothing', () => {
  expect(tabsNow(here, 4, 1_000)).toBe(here);
});

test('V1: a second goodbye does not prolong the grace', () => {
  const leaving = tabsNow(here, 0, 1_000);
  expect(tabsNow(leaving, 0, 4_000)).toBe(leaving);
});

test('V1: someone shown as left who comes back is here again', () => {
  expect(tabsNow({ state: 'left', since: 1_000 }, 1, 20_000)).toEqual(here);
});

const presence: fc.Arbitrary<Presence> = fc.oneof(
  fc.constant(here),
  fc.record({ state: fc.constantFrom('leaving' as const, 'left' as const), since: fc.nat(100_000) }),
);

test('V1: presence changes at the announced moment and not before', () => {
  fc.assert(
    fc.property(presence, (before) => {
      const at = nextPresenceChange(before);
      expect(presenceAt(before, (at ?? 1e15) - 1)).toBe(before);
      if (at !== null) expect(presenceAt(before, at)).not.toEqual(before);
    }),
  );
});

test('V1: looking often ends where looking once does', () => {
  fc.assert(
    fc.property(presence, fc.array(fc.nat(40_000), { maxLength: 10 }), (start, waits) => {
      let now = 'since' in start ? start.since : 0;
      let stepped: Presence | 'gone' = start;
      for (const wait of waits) {
        now += wait;
        if (stepped !== 'gone') stepped = presenceAt(stepped, now);
      }
      expect(stepped).toEqual(waits.length === 0 ? start : presenceAt(start, now));
    }),
  );
});

test('V1: a clock set back takes nobody from left to leaving', () => {
  const left: Presence = { state: 'left', since: 10_000 };
  expect(presenceAt(left, 0)).toBe(left);
  expect(PRESENCE.gone).toBeGreaterThan(PRESENCE.grace);
});
