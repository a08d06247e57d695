import { expect, test } from 'vitest';
import { countryText } from './country-names.ts';

test('V2: a country is found by its name in every language of the dashboard', () => {
  const germany = countryText('DE').split('\n');
  expect(germany[0]).toBe('de');
  const names = ['germany', 'germania', 'nemecko', 'deutschland', 'alemania', 'allemagne', 'nemetorszag', 'duitsland'];
  expect(germany).toEqual(expect.arrayContaining([...names, 'niemcy']));
});

test('V2: a name that languages share is searched once', () => {
  const spain = countryText('ES').split('\n');
  expect(spain).toHaveLength(new Set(spain).size);
});
