import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '@vetrina/protocol/errors';
import { LANGUAGES } from '@vetrina/protocol/http/preferences';
import { describe, expect, test } from 'vitest';
import { differences, flat, keyOf } from './compare-catalogues.ts';

const SOURCE = join(import.meta.dirname, '..');

const catalogueOf = (language: string) =>
  flat(JSON.parse(readFileSync(join(import.meta.dirname, `${language}.json`), 'utf8')));
const english = catalogueOf('en');

const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }));

/** Keys as they stand in the code: `t('a.b')`, and with holes `t(`a.${x}`)`. Tables of keys name them as plain strings. */
const literals = new Set(sources.flatMap(({ text }) => text.match(/(?<=')[a-z]+(?:\.[\w-]+)+(?=')/gi) ?? []));
const patterns = sources
  .flatMap(({ text }) => text.match(/(?<=`)[a-z]+\.[\w.-]*\$\{[^`]*(?=`)/gi) ?? [])
  .map((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`));

test('T2: every language that can be chosen has a catalogue, and the other way round', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual(LANGUAGES.map((language) => `${language}.json`).sort());
});

describe.each(LANGUAGES)('%s', (language) => {
  test('T2: says what English says, in its own plural forms, with the same values and tags', () => {
    expect(differences(english, catalogueOf(language), language)).toEqual([]);
  });
});

test('T2: a key that is missing, too many, or says something else is found', () => {
  const original = flat({ seats_one: '{{number}} seat', seats_other: '{{number}} seats', head: 'before </body>' });
  const found = (polish: object) => differences(original, flat(polish), 'pl');
  const forms = { seats_one: '{{number}} a', seats_few: '{{number}} b', seats_many: '{{number}} c' };
  const whole = { ...forms, seats_other: '{{number}} d', head: 'przed </body>' };
  expect(found(whole)).toEqual([]);
  expect(found({ ...whole, tail: 'koniec' })).toEqual(['tail is not in English']);
  expect(found({ ...forms, seats_other: '{{number}} d' })).toEqual(['head is missing']);
  expect(found({ ...forms, head: 'przed </body>' })).toEqual(['seats_other is missing']);
  expect(found({ ...whole, seats_two: '{{number}} e' })).toEqual(['seats_two is no plural form of pl']);
  expect(found({ ...whole, seats_few: '{{liczba}} b' })).toEqual(['seats_few has other values or tags than English']);
  expect(found({ ...whole, head: 'przed' })).toEqual(['head has other values or tags than English']);
  expect(found({ ...whole, head: ' ' })).toContain('head is empty');
});

test('T2: nothing in the catalogues is unused', () => {
  const unused = [...english.keys()]
    .map(keyOf)
    .filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

test('T2: every refusal of the server has a sentence', () => {
  for (const code of Object.keys(ERRORS)) expect(english.has(`errors.${code}`), code).toBe(true);
});
