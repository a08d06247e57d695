import { expect, test } from 'vitest';
import { beside } from './results.ts';
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
