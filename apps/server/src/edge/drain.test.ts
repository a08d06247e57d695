import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { drainConnections } from './drain.ts';

/** What each of so many connections is told, and how many were told so by each half second. */
async function drained(connections: number) {
  const clock = new FakeClock();
  const told: string[] = [];
  const everybody = Array.from({ length: connections }, () => ({ close: (name: string) => told.push(name) }));
  let isOver = false;
  const over = drainConnections(clock, everybody, 2_000).then(() => {
    isOver = true;
  });
  const bySecond: number[] = [];
  while (!isOver) {
    clock.advance(50);
    bySecond.push(told.length);
    await Promise.resolve();
  }
  await over;
  return { told, halfWay: bySecond[19] };
}

test('everybody is sent away evenly over the given time', async () => {
  const { told, halfWay } = await drained(3_000);
  expect(new Set(told)).toEqual(new Set(['draining']));
  expect([told.length, halfWay]).toEqual([3_000, 1_500]);
});

test('more than a fresh process greets at once are told to come back more slowly', async () => {
  const { told } = await drained(3_001);
  expect(new Set(told)).toEqual(new Set(['drainingMany']));
});
