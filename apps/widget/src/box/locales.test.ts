import { LANGUAGES as TEAM_LANGUAGES } from '@vetrina/protocol/http/preferences';
import { describe, expect, test } from 'vitest';
import type { Plural } from './catalogue.ts';
import { CATALOGUES } from './catalogues.ts';
import { isRightToLeft, LANGUAGES } from './choose-language.ts';
import { english } from './locales/en.ts';
import { fetchTexts, textsOf } from './texts.ts';

/** What a translation must carry over: `{places}` and the brackets around a link. */
const marks = (text: string) => [...text.matchAll(/\{\w+\}|[[\]]/g)].map(([mark]) => mark).sort();
const formsOf = (text: string | Plural) => (typeof text === 'string' ? [text] : Object.values(text));

test('C1, T2.1: the box speaks at least thirty languages, those of the dashboard among them', () => {
  expect(LANGUAGES.length).toBeGreaterThanOrEqual(30);
  expect(LANGUAGES).toEqual(expect.arrayContaining([...TEAM_LANGUAGES]));
});

describe.each(Object.entries(CATALOGUES))('%s', (language, fetchCatalogue) => {
  test('C1: says everything English says, with the same places', async () => {
    const catalogue = await fetchCatalogue();
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(catalogue)) {
      const [original = ''] = formsOf(english[key as keyof typeof english]);
      for (const form of formsOf(text)) {
        expect(form.trim(), key).not.toBe('');
        expect(marks(form), key).toEqual(marks(original));
      }
    }
  });

  test('C1: counts in every plural category it has', async () => {
    const { newMessages } = await fetchCatalogue();
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    expect(Object.keys(newMessages).sort()).toEqual([...pluralCategories].sort());
  });

  test('C1: the browser knows its dates and numbers', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf([language])).toHaveLength(1);
  });
});

test('C1: texts are filled in, counted and dated', async () => {
  const polish = await fetchTexts('pl');
  expect(polish.counted('newMessages', 3)).toBe('3 nowe wiadomości');
  expect(polish.counted('newMessages', 5)).toBe('5 nowych wiadomości');
  const texts = textsOf('en', english);
  expect(texts.text('typing', { name: '{email}' })).toBe('{email} is typing…');
  const noon = new Date(2026, 10, 22, 12).getTime();
  expect(texts.day(noon, noon)).toBe('Today');
  expect(texts.day(noon - 86_400_000, noon)).toBe('Yesterday');
  expect(texts.size(1_572_864)).toBe('1.5 MB');
});

test('C1: a language that does not come leaves English', async () => {
  expect((await fetchTexts('tlh')).language).toBe('en');
  expect(LANGUAGES.filter(isRightToLeft)).toEqual(['ar', 'he']);
});
