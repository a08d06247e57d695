import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, inkOn } from './ink-on.ts';

test('C1: whatever the colour, what is written on it can be read', () => {
  const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(fc.property(color, (each) => contrast(each, inkOn(each)) >= 4.2));
  expect([inkOn('#0b6e66'), inkOn('#ffe08a')]).toEqual(['#ffffff', '#111820']);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
