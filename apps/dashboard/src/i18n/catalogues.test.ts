import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '@vetrina/protocol/errors';
import { expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };

const SOURCE = join(import.meta.dirname, '..');
const FORM = /_(zero|one|two|few|many|other)$/;

/** `{a: {b: 'x'}}` → `a.b` → `x`. */
function flat(tree: object, path = ''): Map<string, string> {
  const leaves = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : [...flat(value as object, `${path}${key}.`)],
  );
  return new Map(leaves);
}

const baseOf = (key: string): string => key.replace(FORM, '');
const values = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join();

const english = flat(en);
const italian = flat(it);
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }));

/** Keys as they stand in the code: `t('a.b')`, and with holes `t(`a.${x}`)`. Tables of keys name them as plain strings. */
const literals = new Set(sources.flatMap(({ text }) => text.match(/(?<=')[a-z]+(?:\.[\w-]+)+(?=')/gi) ?? []));
const patterns = sources
  .flatMap(({ text }) => text.match(/(?<=`)[a-z]+\.[\w.-]*\$\{[^`]*(?=`)/gi) ?? [])
  .map((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`));

test('T2: both languages say the same things', () => {
  expect(new Set([...italian.keys()].map(baseOf))).toEqual(new Set([...english.keys()].map(baseOf)));
});

test('T2: every plural has the forms of its language', () => {
  for (const [language, catalogue] of [
    ['en', english],
    ['it', italian],
  ] as const) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = new Set([...catalogue.keys()].filter((key) => FORM.test(key)).map(baseOf));
    for (const key of plurals) for (const form of forms) expect([...catalogue.keys()]).toContain(`${key}_${form}`);
  }
});

test('T2: translations use the same values', () => {
  for (const [key, text] of italian) {
    const original = english.get(key) ?? english.get(`${baseOf(key)}_other`);
    expect(`${key} ${values(text)}`).toBe(`${key} ${values(original ?? '')}`);
  }
});

test('T2: nothing in the catalogues is unused', () => {
  const unused = [...english.keys()]
    .map(baseOf)
    .filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

test('T2: every refusal of the server has a sentence', () => {
  for (const code of Object.keys(ERRORS)) expect(english.has(`errors.${code}`), code).toBe(true);
});

test('T2: no text stands in the code', () => {
  const found = sources
    .filter(({ file }) => file.endsWith('.tsx'))
    .flatMap(({ file, text }) => {
      const between = text.match(/>\s*[A-Z][a-z]+[^<>{}=()]*<\//g) ?? [];
      const attributes =
        text.match(/\b(?:aria-label|label|title|placeholder|alt|description)="[^"]*[a-z][^"]*"/g) ?? [];
      return [...between, ...attributes].map((hit) => `${file}: ${hit}`);
    })
    // The name of the house is not translated.
    .filter((hit) => !hit.includes('Vetrina'));
  expect(found).toEqual([]);
});
