// biome-ignore-all lint/complexity/noExcessiveLinesPerFunction: a suite is one function
import type { AccountId, TabId, VisitorId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../src/platform/clock.ts';
import type { PresenceEvent, PresenceLog, TabKey } from '../src/presence/ports.ts';

/**
 * What every adapter of presence must do. `make` gets a clock that only the suite moves; an adapter on another clock
 * passes the suite's time on to it.
 */
export function presenceContract(name: string, make: (clock: Clock) => PresenceLog): void {
  describe(`presence: ${name}`, () => {
    let clock: FakeClock;
    let presence: PresenceLog;
    let events: PresenceEvent[];
    const tab = (visitor = 'anna', id = 'tab1', account = 'shop'): TabKey => ({
      account: account as AccountId,
      visitor: visitor as VisitorId,
      tab: id as TabId,
    });
    const kinds = () =>
      events.map((event) => (event.kind === 'changed' ? `${event.presence.state} ${event.tabs}` : event.kind));

    beforeEach(() => {
      clock = new FakeClock();
      presence = make(clock);
      events = [];
      presence.onEvent((event) => events.push(event));
    });
    afterEach(() => presence.stop());

    it('V1: the first tab makes a visitor present, more tabs are counted', async () => {
      presence.open(tab(), 1);
      presence.open(tab('anna', 'tab2'), 2);
      presence.open(tab('anna', 'tab2'), 2);
      await clock.pass(60_000);
      expect(kinds()).toEqual(['here 1', 'here 2']);
      expect(presence.size).toBe(1);
    });

    it('V1: leaving keeps the tab for 5 s, shows left after them, and is gone after 30 s', async () => {
      presence.open(tab(), 1);
      presence.close(tab(), 1);
      const closedAt = clock.now();
      await clock.pass(4_900);
      expect(kinds()).toEqual(['here 1', 'leaving 1']);
      await clock.pass(400);
      expect(kinds().slice(2)).toEqual(['tab-gone', 'left 0']);
      await clock.pass(24_500);
      expect(events).toHaveLength(4);
      await clock.pass(500);
      expect(events.at(-1)).toMatchObject({ kind: 'gone', lastHere: closedAt });
      expect(presence.size).toBe(0);
    });

    it('V1: the same tab back within its grace is as if it never went', async () => {
      presence.open(tab(), 1);
      presence.close(tab(), 1);
      await clock.pass(4_000);
      presence.open(tab(), 2);
      await clock.pass(60_000);
      expect(kinds()).toEqual(['here 1', 'leaving 1', 'here 1']);
    });

    it('V1: back after being shown as left is here again', async () => {
      presence.open(tab(), 1);
      presence.close(tab(), 1);
      await clock.pass(20_000);
      presence.open(tab('anna', 'tab9'), 2);
      await clock.pass(60_000);
      expect(kinds().slice(-1)).toEqual(['here 1']);
    });

    it('V1: the grace of a tab that died without a word began when it was last heard', async () => {
      presence.open(tab(), 1);
      await clock.pass(60_000);
      presence.close(tab(), 1, 8_000);
      await clock.pass(500);
      expect(kinds()).toContain('left 0');
      await clock.pass(22_000);
      expect(kinds()).toContain('gone');
    });

    it('V1: one of two tabs closing is told when its grace is over', async () => {
      presence.open(tab(), 1);
      presence.open(tab('anna', 'tab2'), 2);
      presence.close(tab(), 1);
      expect(kinds()).toEqual(['here 1', 'here 2']);
      await clock.pass(5_500);
      expect(kinds().slice(2)).toEqual(['tab-gone', 'here 1']);
    });

    it('V1: thirty seconds count from the last tab that closed', async () => {
      presence.open(tab(), 1);
      presence.open(tab('anna', 'tab2'), 2);
      presence.close(tab(), 1);
      await clock.pass(3_000);
      presence.close(tab('anna', 'tab2'), 2);
      await clock.pass(29_500);
      expect(kinds()).not.toContain('gone');
      await clock.pass(1_000);
      expect(kinds()).toContain('gone');
    });

    it('V1: a newer socket of a tab takes over, and the older one closing means nothing', async () => {
      presence.open(tab(), 1);
      presence.open(tab(), 2);
      presence.close(tab(), 1);
      await clock.pass(60_000);
      expect(events.filter((event) => event.kind === 'replaced')).toEqual([{ kind: 'replaced', incarnation: 1 }]);
      expect(kinds()).toEqual(['here 1', 'replaced']);
    });

    it('V1: a second goodbye does not start the grace anew', async () => {
      presence.open(tab(), 1);
      presence.close(tab(), 1);
      await clock.pass(4_000);
      presence.close(tab(), 1);
      await clock.pass(1_500);
      expect(kinds()).toContain('left 0');
    });

    it('V1: visitors with the same tab id, in one account or two, do not touch each other', async () => {
      presence.open(tab('anna'), 1);
      presence.open(tab('bert'), 2);
      presence.open(tab('anna', 'tab1', 'other'), 3);
      presence.close(tab('anna'), 1);
      await clock.pass(40_000);
      expect(presence.size).toBe(2);
      expect(events.some((event) => event.kind === 'replaced')).toBe(false);
    });

    it('V1: closing what was never opened is nothing', async () => {
      presence.close(tab(), 1);
      await clock.pass(60_000);
      expect(events).toEqual([]);
      expect(presence.size).toBe(0);
    });
  });
}
