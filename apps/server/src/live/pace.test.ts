import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

const observe = (pace: Pace, ticks: number, busy: number, late = 0) => {
  let moves = 0;
  for (let tick = 0; tick < ticks; tick += 1) if (pace.observe(busy, late)) moves += 1;
  return moves;
};

it('V10: half a second of strain slows down one announced step at a time', () => {
  const pace = new Pace();
  expect(observe(pace, 4, 80)).toBe(0);
  expect(observe(pace, 1, 10, 70)).toBe(1);
  expect(pace.current).toEqual({ step: 'slower', interval: 500 });
  expect(observe(pace, 20, 80)).toBe(1);
  expect(pace.current.step).toBe('slow');
});

it('V10: one slow tick is no overload, and only ten calm seconds speed up again', () => {
  const pace = new Pace();
  for (let nth = 0; nth < 50; nth += 1) observe(pace, 1, nth % 3 === 0 ? 90 : 30);
  expect(pace.current.step).toBe('live');
  observe(pace, 5, 80);
  expect(observe(pace, 99, 5)).toBe(0);
  expect(observe(pace, 1, 5)).toBe(1);
  expect(pace.current.step).toBe('live');
});
