import { expect, test } from 'vitest';
import { createSign } from './writing-sign.ts';

test('V8 C4: that somebody writes is told now and then, and once that they stopped', () => {
  const told: [number, boolean][] = [];
  let now = 0;
  const sign = createSign(1_000, (is) => told.push([now, is]), { now: () => now });
  const type = (at: number, text: string): void => {
    now = at;
    sign.type(text);
  };
  type(0, ' ');
  type(10, 'H');
  type(500, 'He');
  type(1_010, 'Hel');
  type(1_200, '');
  type(1_300, '');
  type(1_400, 'A');
  sign.stop();
  sign.stop();
  expect(told).toEqual([
    [10, true],
    [1_010, true],
    [1_200, false],
    [1_400, true],
    [1_400, false],
  ]);
});
