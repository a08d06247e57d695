import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuery } from '@vetrina/domain/query';
import { expect, test } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import it from '../i18n/it.json' with { type: 'json' };
import { ICONS } from '../ui/icon-paths.ts';
import { HELP_LANGUAGES, HELP_PAGES } from './contents.ts';
import { HELP_CONTEXTS, pageAndAnchor, SETTINGS_HELP } from './contexts.ts';
import { FIGURES } from './figures.ts';
import type { Block, HelpPages, Inline } from './help-page.ts';
import { readPages } from './help-plugin.ts';
import { readPage } from './read-page.ts';

const HELP: Readonly<Record<string, HelpPages>> = Object.fromEntries(
  HELP_LANGUAGES.map((language) => [language, readPages(language)]),
);
const CATALOGUES: Readonly<Record<string, object>> = { en, it };

/** Addresses of the dashboard, as the router has them: `/settings/$place`. */
const ROUTES = [
  ...readFileSync(join(import.meta.dirname, '../router.tsx'), 'utf8').matchAll(/^ {2}path: '([^']+)'/gm),
].map(([, path = '']) => new RegExp(`^${path.replace(/\/\{-\$\w+\}/g, '(/[^/]+)?').replace(/\$\w+/g, '[^/]+')}$`));

const isPart = (part: Inline): part is Exclude<Inline, string> => typeof part !== 'string';

function partsOf(of: readonly Inline[]): Exclude<Inline, string>[] {
  return of.filter(isPart).flatMap((part) => ('of' in part ? [part, ...partsOf(part.of)] : [part]));
}

const partsIn = (blocks: readonly Block[]): Exclude<Inline, string>[] => blocks.flatMap(partsOfBlock);

function partsOfBlock(block: Block): Exclude<Inline, string>[] {
  switch (block.is) {
    case 'heading':
    case 'paragraph':
      return partsOf(block.of);
    case 'list':
      return block.items.flatMap(partsIn);
    case 'table':
      return [block.head, ...block.rows].flat().flatMap(partsOf);
    case 'note':
      return partsIn(block.blocks);
    case 'code':
    case 'figure':
      return [];
  }
}

const anchorsOf = (pages: HelpPages, page: string): string[] =>
  (pages[page]?.blocks ?? []).flatMap((block) => (block.is === 'heading' ? [block.anchor] : []));

function wordAt(catalogue: object, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((tree, name) => (tree as Record<string, unknown> | undefined)?.[name], catalogue);
}

test('S1: every language has every page, and nothing else', () => {
  for (const pages of Object.values(HELP)) expect(Object.keys(pages).sort()).toEqual([...HELP_PAGES].sort());
});

test.each(HELP_PAGES)('S1: %s has the same places in every language, each once, and says something', (page) => {
  const [first = [], ...others] = HELP_LANGUAGES.map((language) => anchorsOf(HELP[language] ?? {}, page));
  expect(first.length).toBeGreaterThan(0);
  expect(new Set(first).size).toBe(first.length);
  for (const anchors of others) expect(anchors).toEqual(first);
  for (const pages of Object.values(HELP)) expect(pages[page]?.blocks.length).toBeGreaterThan(2);
});

/** What is wrong with what a part points at; null: nothing. */
function brokenPart(part: Exclude<Inline, string>, language: string, pages: HelpPages): string | null {
  switch (part.is) {
    case 'page': {
      const isThere = part.anchor === null ? part.page in pages : anchorsOf(pages, part.page).includes(part.anchor);
      return isThere ? null : `no page ${part.page}#${part.anchor ?? ''}`;
    }
    case 'screen':
      return isScreen(part.path) ? null : `no screen ${part.path}`;
    case 'word':
      return isPlainWord(wordAt(CATALOGUES[language] ?? {}, part.key)) ? null : `no plain word ${part.key}`;
    case 'icon':
      return part.name in ICONS ? null : `no icon ${part.name}`;
    case 'try':
      return isUnderstood(part.query) ? null : `no search ${part.query}`;
    case 'strong':
    case 'em':
    case 'code':
    case 'keys':
      return null;
  }
}

/** One with a hole in it would show the hole. */
const isPlainWord = (word: unknown): boolean => typeof word === 'string' && !word.includes('{{');

const isScreen = (path: string): boolean =>
  ROUTES.some((route) => route.test(path)) &&
  (!path.startsWith('/settings/') || path.slice('/settings/'.length) in SETTINGS_HELP);

/** What is not understood as a field is searched as it was typed: an example must not be. */
function isUnderstood(query: string): boolean {
  const { words } = parseQuery(query);
  return words.length > 0 && (!query.includes(':') || words.every(({ asks }) => asks.kind !== 'text'));
}

test.each(HELP_LANGUAGES)('S1: whatever %s pages point at is there', (language) => {
  const pages = HELP[language] ?? {};
  const broken = Object.entries(pages).flatMap(([name, { lead, blocks }]) =>
    [...partsOf(lead), ...partsIn(blocks)].flatMap((part) => {
      const wrong = brokenPart(part, language, pages);
      return wrong === null ? [] : [`${name}: ${wrong}`];
    }),
  );
  expect(broken).toEqual([]);
  const figures = Object.values(pages).flatMap(({ blocks }) => blocks.filter((block) => block.is === 'figure'));
  for (const { name } of figures) expect(FIGURES).toContain(name);
});

test('S1: "?" opens a place that exists, on every screen', () => {
  for (const place of [...Object.values(HELP_CONTEXTS), ...Object.values(SETTINGS_HELP)]) {
    const { page, anchor } = pageAndAnchor(place);
    expect(HELP_PAGES).toContain(page);
    if (anchor !== null) expect(anchorsOf(HELP.en ?? {}, page), place).toContain(anchor);
  }
});

test('S1: a page that is not one stops the build, and says why', () => {
  const page = (text: string) => () => readPage('x', text);
  expect(page('Nothing')).toThrow('begins with');
  expect(page('# T\n\nLead.\n\n## No anchor')).toThrow('{#anchor}');
  expect(page('# T\n\nLead.\n\n[out](https://elsewhere.example)')).toThrow('neither to a page');
  expect(page('# T\n\nLead.\n\n<b onclick="x">bold</b>')).toThrow('no part of');
  expect(page('# T\n\nLead.\n\n![picture](x.png)')).toThrow('no part of');
});
