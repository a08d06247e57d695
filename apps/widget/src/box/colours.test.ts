import { contrast } from '@vetrina/domain/contrast';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexColour, paletteOf, SURFACES } from './colours.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('C1: any colour of an account can be read on and in', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom('light' as const, 'dark' as const), (accent, scheme) => {
      const palette = paletteOf(accent, scheme);
      expect(contrast(palette.accent, palette.onAccent)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.accentText, SURFACES[scheme])).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test.each([
  ['#0b6e66', '#0b6e66'],
  [' #FFF ', '#ffffff'],
  ['red', null],
  ['#12345', null],
  [undefined, null],
])('C1: %o as a colour is %o', (said, meant) => {
  expect(hexColour(said)).toBe(meant);
});
