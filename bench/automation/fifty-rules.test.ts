import { concerns, timesForPage } from '@vetrina/domain/automation/for-page';
import { TRIGGERS } from '@vetrina/protocol/automation/rule';
import { expect, test } from 'vitest';
import { EVERYBODYS, fiftyRules } from './fifty-rules.ts';
import { factsOf, shopper } from './shoppers.ts';

/** Thursday, 26 November 2026, noon in Rome. */
const NOON = Date.UTC(2026, 10, 26, 11);
const liveOn = (now: number) =>
  fiftyRules(now).map((rule) => ({ ...rule, times: timesForPage(rule.logic.schedule, now) }));
const rules = liveOn(NOON);

/** Those that a page gets of a visitor to whom nothing was written and who wrote nothing. */
const rulesFor = (number: number, live = rules) =>
  live.filter(({ logic, times }) => logic.when.on !== 'unanswered' && concerns(logic, factsOf(shopper(number)), times));

test('fifty rules: fifty, with every trigger, and names of their own', () => {
  expect(rules).toHaveLength(50);
  expect(new Set(rules.map(({ name }) => name)).size).toBe(50);
  expect(new Set(rules.map(({ logic }) => logic.when.on))).toEqual(new Set(TRIGGERS));
});

test('fifty rules: about a third of them can still fire for a visitor', () => {
  const counts = Array.from({ length: 300 }, (_, number) => rulesFor(number).length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  expect(mean).toBeGreaterThan(14);
  expect(mean).toBeLessThan(20);
  expect(new Set(counts).size).toBeGreaterThan(3);
});

test('fifty rules: what the bench reports concerns everybody, on any day', () => {
  const inAWeek = liveOn(NOON + 7 * 86_400_000);
  for (const number of [0, 1, 2]) {
    const names = rulesFor(number, inAWeek).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.values(EVERYBODYS)));
  }
});
