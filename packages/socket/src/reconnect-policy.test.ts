import { expect, test } from 'vitest';
import { PATIENCE, waitBeforeAttempt, waitBeforeLook } from './reconnect-policy.ts';

const soon = { when: 'soon' } as const;

test('backoff: the window doubles from half a second and stops at thirty', () => {
  const widest = [0, 1, 2, 3, 4, 5, 6, 7, 50, 5_000].map((attempt) => waitBeforeAttempt(soon, attempt, 1));
  expect(widest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
});

test('backoff: full jitter draws from the whole window, zero included', () => {
  expect(waitBeforeAttempt(soon, 3, 0)).toBe(0);
  expect(waitBeforeAttempt(soon, 3, 0.25)).toBe(1_000);
});

test('close codes: "after" is never shortened by luck, and spreads the herd over at least as long again', () => {
  expect(waitBeforeAttempt({ when: 'after', ms: 15_000 }, 0, 0)).toBe(15_000);
  expect(waitBeforeAttempt({ when: 'after', ms: 15_000 }, 0, 1)).toBe(30_000);
  expect(waitBeforeAttempt({ when: 'after', ms: 1_000 }, 6, 1)).toBe(31_000);
});

test('close codes: "never" means never, whatever the attempt', () => {
  expect(waitBeforeAttempt({ when: 'never' }, 0, 0)).toBeNull();
});

test('watchdog: a wire is alive until a beat, its grace and the slack have passed', () => {
  expect(waitBeforeLook(PATIENCE.silence - 1, 0, PATIENCE.silence - 1)).toBe(PATIENCE.look);
  expect(waitBeforeLook(PATIENCE.silence, 0, PATIENCE.silence)).toBe(0);
});

test('watchdog: a look that comes late puts its verdict off, for frames may be queued behind it', () => {
  expect(waitBeforeLook(3_600_000, 0, 5_000)).toBe(PATIENCE.secondLook);
});
