import { RHYTHM } from '@vetrina/protocol/limits';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { type AttentionEnv, watchAttention } from './attention.ts';

/** A page in front that somebody just opened. */
function screen() {
  const clock = new FakeClock();
  const window = new EventTarget();
  const state = { visibilityState: 'visible' as DocumentVisibilityState, focused: true };
  const page = Object.assign(new EventTarget(), { hasFocus: () => state.focused });
  Object.defineProperty(page, 'visibilityState', { get: () => state.visibilityState });
  const told: boolean[] = [];
  const later = (task: () => void, ms: number) => clock.after(ms, task);
  const env = { window, page, now: clock.now, later } as unknown as AttentionEnv;
  const end = watchAttention(env, (attends) => told.push(attends));
  return {
    ...{ clock, told, end },
    uses: () => window.dispatchEvent(new Event('pointerdown')),
    turnsAway() {
      state.focused = false;
      window.dispatchEvent(new Event('blur'));
    },
    comesBack() {
      state.focused = true;
      window.dispatchEvent(new Event('focus'));
    },
    hides() {
      state.visibilityState = 'hidden';
      page.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

test('C8.22: a page in front is looked at, one that is behind another or hidden is not', () => {
  const desk = screen();
  expect(desk.told).toEqual([true]);
  desk.turnsAway();
  desk.comesBack();
  desk.hides();
  expect(desk.told).toEqual([true, false, true, false]);
});

test('C8.22: whoever touched nothing for five minutes does not look any more, until they do again', () => {
  const desk = screen();
  desk.clock.advance(RHYTHM.attention - 1);
  desk.uses();
  desk.clock.advance(RHYTHM.attention - 1);
  expect(desk.told).toEqual([true]);
  desk.clock.advance(1);
  expect(desk.told).toEqual([true, false]);
  desk.uses();
  expect(desk.told).toEqual([true, false, true]);
});

test('C8.22: leaves nothing behind', () => {
  const desk = screen();
  desk.end();
  desk.turnsAway();
  expect([desk.told, desk.clock.waiting]).toEqual([[true], 0]);
});
