import { expect, test } from 'vitest';
import type { Passage } from './passages.ts';
import { mark, searchHelp } from './search-help.ts';

const passage = (page: string, anchor: string | null, heading: string, text: string): Passage => ({
  ...{ page, anchor, heading, text },
  pageTitle: page === 'search' ? 'Search and filters' : 'Visitors',
});

const PASSAGES = [
  passage('visitors', null, 'Visitors', 'Everybody who is on your site now. The search is at the top.'),
  passage('visitors', 'who', 'Who is listed', 'People, and no crawlers. A city such as Forlì.'),
  passage('search', null, 'Search and filters', 'Find anybody among everybody.'),
  passage('search', 'words', 'Words', 'Every word must match.'),
  passage('search', 'filters', 'Filters', 'Each with its exact count.'),
];
const found = (query: string) =>
  searchHelp(PASSAGES, query).map(({ passage: { page, anchor } }) => `${page}#${anchor ?? ''}`);

test('S1: every word must match, wherever in the passage; case and accents do not count', () => {
  expect(found('FORLI crawlers')).toEqual(['visitors#who']);
  expect(found('forlì nowhere')).toEqual([]);
});

test('S1: a title goes before a heading, a heading before the text', () => {
  expect(found('search')).toEqual(['search#', 'visitors#']);
  expect(found('words')).toEqual(['search#words']);
  expect(found('filters')[0]).toBe('search#');
  expect(found('filters')).toContain('search#filters');
});

test('S1: what only its page’s title tells is shown once', () => {
  expect(found('filters').filter((place) => place.startsWith('search'))).toEqual(['search#', 'search#filters']);
});

test('S1: an empty search finds nothing, and no search throws', () => {
  for (const query of ['', '   ', '(', '*', '\\', '{t:x}']) expect(() => searchHelp(PASSAGES, query)).not.toThrow();
  expect(found('  ')).toEqual([]);
});

test('S1: the pieces of a marked text are the text', () => {
  for (const text of ['Forlì and forlì, Straße!', '', '…', 'a']) {
    const pieces = mark(text, ['forli', 'strasse', 'a']);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  }
  expect(mark('In Forlì now', ['forli'])).toEqual([
    { text: 'In ', isHit: false },
    { text: 'Forlì', isHit: true },
    { text: ' now', isHit: false },
  ]);
});

test('S1: a long text is shown around its first hit', () => {
  const long = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`;
  const [hit] = searchHelp([passage('visitors', 'long', 'Long', long)], 'needle');
  const excerpt = hit?.excerpt.map(({ text }) => text).join('') ?? '';
  expect(excerpt).toMatch(/^… .*needle.* …$/);
  expect(excerpt.length).toBeLessThan(160);
});
