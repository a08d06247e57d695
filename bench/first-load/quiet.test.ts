import { describe, expect, test } from 'vitest';
import { blockingTime, interactiveAt } from './quiet.ts';

const span = (from: number, to: number) => ({ from, to });

describe('time to interactive', () => {
  test('is the first paint where nothing keeps the page busy', () => {
    expect(interactiveAt(800, [], [], 6_000)).toBe(800);
  });

  test('is the end of the last long task before five quiet seconds', () => {
    const tasks = [span(100, 300), span(900, 1_000), span(4_000, 4_080), span(9_500, 9_600)];
    expect(interactiveAt(800, tasks, [], 20_000)).toBe(4_080);
  });

  test('waits for requests, if there are more than two at once', () => {
    const two = [span(0, 9_000), span(0, 9_000)];
    expect(interactiveAt(800, [span(850, 950)], two, 20_000)).toBe(950);
    // The window begins when one of the three ends; the task before it is the last that held the page up.
    expect(interactiveAt(800, [span(850, 950), span(3_000, 3_100)], [...two, span(0, 4_000)], 20_000)).toBe(3_100);
  });

  test('is not known before the quiet has lasted', () => {
    expect(interactiveAt(800, [span(900, 1_000)], [], 5_900)).toBeNull();
  });
});

test('blocking time is what goes beyond 50 ms, after the first paint', () => {
  expect(blockingTime(800, [span(100, 700), span(700, 900), span(1_000, 1_070), span(5_000, 5_200)], 5_000)).toBe(70);
});
