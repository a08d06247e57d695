import { expect, test } from 'vitest';
import { GOAL_WITHIN, reachesGoal } from './goal.ts';

const AT = 1_800_000_000_000;
const THANKS = { address: '/Thanks' };
const page = 'https://shop.example/thanks?order=1';

test('A6: a page whose address has the goal in it, within a week after the message, once', () => {
  expect(reachesGoal({ at: AT, goalAt: null }, THANKS, page, AT + 1)).toBe(true);
  expect(reachesGoal({ at: AT, goalAt: null }, THANKS, page, AT + GOAL_WITHIN)).toBe(false);
  expect(reachesGoal({ at: AT, goalAt: AT + 1 }, THANKS, page, AT + 2)).toBe(false);
  expect(reachesGoal({ at: AT, goalAt: null }, THANKS, 'https://shop.example/', AT + 1)).toBe(false);
  expect(reachesGoal({ at: AT, goalAt: null }, null, page, AT + 1)).toBe(false);
});
