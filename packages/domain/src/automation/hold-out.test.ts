import { ruleId, visitorId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { isHeldOut } from './hold-out.ts';

const RULES = ['a', 'b'].map((letter) => ruleId.parse(`ru${letter.repeat(22)}`));
const PEOPLE = Array.from({ length: 20_000 }, (_, nth) => visitorId.parse(`vi${String(nth).padStart(22, '0')}`));
const [first, second] = RULES as [(typeof RULES)[number], (typeof RULES)[number]];
const heldBy = (rule: typeof first, percent: number) => PEOPLE.filter((one) => isHeldOut(rule, one, percent));

test.each([0, 1, 10, 50])('A6: %i percent are held out', (percent) => {
  const share = heldBy(first, percent).length / PEOPLE.length;
  expect(Math.abs(share - percent / 100)).toBeLessThan(0.01);
});

test('A6: it is always the same people, and others for another rule', () => {
  expect(heldBy(first, 50)).toEqual(heldBy(first, 50));
  const both = heldBy(first, 50).filter((one) => isHeldOut(second, one, 50)).length / PEOPLE.length;
  expect(Math.abs(both - 0.25)).toBeLessThan(0.01);
});

test('A6: who is held out of a small share is held out of a larger one', () => {
  const large = new Set(heldBy(first, 20));
  expect(heldBy(first, 5).every((one) => large.has(one))).toBe(true);
});
