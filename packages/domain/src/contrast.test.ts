import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, inkOn, READABLE } from './contrast.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('C1: contrast is what WCAG says it is, either way round', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#123456', '#123456')).toBe(1);
  fc.assert(fc.property(colour, colour, (one, other) => contrast(one, other) === contrast(other, one)));
});

test('C1: what is written on a colour can be read, whatever the colour', () => {
  fc.assert(fc.property(colour, (each) => contrast(each, inkOn(each)) >= READABLE));
});

test('C1: white is written as long as it can be read', () => {
  expect(inkOn('#767676')).toBe('#ffffff');
  expect(inkOn('#777777')).toBe('#000000');
});
