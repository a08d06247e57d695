import { expect, test } from 'vitest';
import { beside, reportRows } from './results.ts';
import type { TabAnswer } from './tab-messages.ts';
import { together } from './tabs-on.ts';

test('results: what rules add stands beside the figure, less as well as more', () => {
  const row = beside('CPU', 'µs', [{ ruled: 105, free: 100 }]);
  expect(row).toMatchObject({ value: 105, baseline: { value: 100 }, note: '+ 5 µs, + 5 %' });
  expect(beside('CPU', 'µs', [{ ruled: 98, free: 100 }]).note).toBe('− 2 µs, − 2 %');
});

test('results: rounds that disagree are seen to', () => {
  const rounds = [
    { ruled: 110, free: 100 },
    { ruled: 98, free: 100 },
  ];
  expect(beside('CPU', 'µs', rounds)).toMatchObject({ value: 104, note: '+ 4 µs, + 4 %; by rounds + 10 and − 2' });
});

test('results: what reports take is told by rounds in which each was answered', () => {
  const whole = { cpu: 1_000, p99: 8, sent: 100, answered: 100, loopDelay: 1 };
  const broken = { cpu: -50, p99: 9_000, sent: 100, answered: 2, loopDelay: 140 };
  const [each, p99, answered] = reportRows('due', [whole, broken]);
  expect([each?.value, p99?.value, p99?.void, answered?.value]).toEqual([1_000, 8, undefined, 51]);
  expect(reportRows('due', [broken]).map((row) => row.void)).toEqual([
    'answers are missing in every round',
    'answers are missing in every round',
    undefined,
  ]);
});

test('results: several generators answer as one, and the latest of them counts', () => {
  const one: TabAnswer = {
    ...{ connected: 5, refused: 0, sent: 4, written: 3, held: 1, delays: [1, 2], loopDelay: 2 },
    told: { frames: 5, rules: 50, bytes: 500 },
  };
  expect(together([one, { ...one, delays: [9], loopDelay: 7 }])).toEqual({
    ...{ connected: 10, refused: 0, sent: 8, written: 6, held: 2, delays: [1, 2, 9], loopDelay: 7 },
    told: { frames: 10, rules: 100, bytes: 1_000 },
  });
});
