import { expect, test } from 'vitest';
import { NOTHING_READ, type Reading, readOn, type Sight } from './reading.ts';

const SIGHT: Sight = { isLive: true, isInFront: true, last: 5, lastSeq: 5, unread: 2 };

/** What is told on the way through these sights, in order. */
function told(sights: readonly Partial<Sight>[]): number[] {
  let reading: Reading = NOTHING_READ;
  return sights.flatMap((changes) => {
    const step = readOn(reading, { ...SIGHT, ...changes });
    reading = step.reading;
    return step.read === null ? [] : [step.read];
  });
}

test('C4: what is looked at is told once, and what is added after it', () => {
  expect(told([{}, {}, { unread: 0 }, { last: 6, lastSeq: 6, unread: 1 }, { last: 6, lastSeq: 6, unread: 0 }])).toEqual(
    [5, 6],
  );
});

test('C4: nothing is read while nobody can be looking, or before the line is up', () => {
  expect(told([{ isInFront: false }, { isLive: false, last: 0 }])).toEqual([]);
  expect(told([{ isInFront: false }, {}])).toEqual([5]);
});

test('C2: marked unread it stays so, here and on another screen of the same agent', () => {
  const marked = [{}, { unread: 0 }, { unread: 1 }];
  expect(told(marked)).toEqual([5]);
  expect(told([...marked, { isInFront: false }, { unread: 1 }, { isLive: false }, { unread: 1 }])).toEqual([5]);
  expect(told([...marked, { last: 6, lastSeq: 6, unread: 2 }])).toEqual([5]);
});

test('C2: marked unread on another screen while the line was down, it stays so', () => {
  expect(told([{}, { unread: 0 }, { isLive: false }, { unread: 1 }])).toEqual([5]);
});

test('C4: a message whose count comes after it is not taken for one that was marked unread', () => {
  const read = [{}, { unread: 0 }];
  expect(told([...read, { last: 6, unread: 0 }, { last: 6, unread: 0 }, { last: 6, lastSeq: 6, unread: 1 }])).toEqual([
    5, 6,
  ]);
  const next = { last: 7, lastSeq: 7, unread: 1 };
  expect(told([...read, { last: 6, unread: 0 }, { last: 6, lastSeq: 6, unread: 1 }, next])).toEqual([5, 6, 7]);
});

test('C4: what got lost with the line is told again over the next one', () => {
  expect(told([{}, { isLive: false }, {}])).toEqual([5, 5]);
  expect(told([{}, { unread: 0 }, { isLive: false }, { unread: 0 }])).toEqual([5]);
});
