import { PLANS } from '@vetrina/protocol/http/account';
import { expect, test } from 'vitest';
import { cheapestPlanAllowing, cheapestPlanWith, entitled, type Feature, limitOf } from './entitlements.ts';

test.each<[Feature, boolean, boolean, boolean]>([
  ['visitors', true, true, true],
  ['open-conversation', false, true, true],
  ['blocking', false, true, true],
  ['automatic-messages', false, true, true],
  ['statistics', false, true, true],
  ['statistics-per-agent', false, false, true],
  ['groups', false, false, true],
  ['webhooks', false, false, true],
  ['support-chat', false, true, true],
])('P: %s on FREE: %s, STANDARD: %s, PRO: %s', (feature, ...expected) => {
  expect(PLANS.map((plan) => entitled(plan, feature))).toEqual(expected);
});

test('P: limits grow with the plan', () => {
  expect(PLANS.map((plan) => limitOf(plan, 'agents'))).toEqual([1, 3, 10]);
  expect(PLANS.map((plan) => limitOf(plan, 'automated-conversations'))).toEqual([0, 100, 10_000]);
  expect(PLANS.map((plan) => limitOf(plan, 'shortcuts'))).toEqual([1, Infinity, Infinity]);
});

test('P: a refusal names the cheapest plan that would do', () => {
  expect(cheapestPlanWith('visitors')).toBe('FREE');
  expect(cheapestPlanWith('open-conversation')).toBe('STANDARD');
  expect(cheapestPlanWith('groups')).toBe('PRO');
  expect(cheapestPlanAllowing('agents', 2)).toBe('STANDARD');
  expect(cheapestPlanAllowing('agents', 11)).toBeNull();
});
