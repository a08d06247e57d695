import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accountKey } from '@vetrina/protocol/ids';
import { describe, expect, test } from 'vitest';
import { demoShopPage } from './demo-shop-page.ts';
import { ALL_PAGES } from './site-map.ts';

const PUBLIC = join(import.meta.dirname, '../public');
const ROOT = 'https://shop.example/demo/';
const KEY = accountKey.parse('abcdefghijklmnopqrstuvwx');
const NONCE = 'a-fresh-nonce';

const render = (path: string) => demoShopPage(path, { key: KEY, nonce: NONCE }) ?? '';

/** What the elements of a kind name in an attribute: paths of the shop, however deep the page stands. */
function pathsIn(page: string, text: string, element: 'a' | 'img' | 'link' | 'script'): string[] {
  const addresses = text.matchAll(new RegExp(`<${element} [^>]*?(?:href|src)="([^"#]+)`, 'g'));
  return Array.from(addresses, ([, address = '']) => {
    const { href } = new URL(address, ROOT + page);
    return href.startsWith(ROOT) ? href.slice(ROOT.length) : href;
  });
}

/** Everything reached by following links from the home page. */
function crawl(): Set<string> {
  const found = new Set(['']);
  // A set hands out what is added to it while it is walked.
  for (const page of found) for (const path of pathsIn(page, render(page), 'a')) found.add(path);
  return found;
}

describe('every page', () => {
  test.each(ALL_PAGES.map(({ path }) => path))('/%s carries the snippet once, under the nonce', (path) => {
    const text = render(path);
    expect(text.split('/loader.js')).toHaveLength(2);
    expect(text.split(`_smartsupp.key = '${KEY}';`)).toHaveLength(2);
    expect(Array.from(text.matchAll(/<script nonce="([^"]*)"/g), ([, nonce]) => nonce)).toEqual([NONCE]);
    // The policy runs nothing else that stands in the page.
    expect(text.replace(/<script nonce/, '')).not.toMatch(/<script(?![^>]* src=)|<style| style="| on\w+="/);
  });

  test.each(ALL_PAGES.map(({ path }) => path))('/%s names only files that exist', (path) => {
    const text = render(path);
    const files = (['img', 'link', 'script'] as const).flatMap((element) => pathsIn(path, text, element));
    expect(files).toContain('shop.css');
    expect(files.filter((file) => !existsSync(join(PUBLIC, file)))).toEqual([]);
  });

  test('links only to pages that exist, and is linked to; only an order leads to the thanks', () => {
    const paths = ALL_PAGES.map(({ path }) => path);
    expect([...crawl(), 'thanks.html'].toSorted()).toEqual(paths.toSorted());
  });

  test('has an address and a title of its own', () => {
    expect(new Set(ALL_PAGES.map(({ path }) => path)).size).toBe(ALL_PAGES.length);
    expect(new Set(ALL_PAGES.map(({ title }) => title)).size).toBe(ALL_PAGES.length);
    for (const { path, title } of ALL_PAGES) expect(render(path)).toContain(`<title>${title}</title>`);
  });
});

test('the shelf a product stands on is marked as current, and so is the page itself', () => {
  const current = (path: string) => pathsIn(path, render(path).replaceAll(/<a (?![^>]*aria-current)/g, ''), 'a');
  expect(current('products/onda.html')).toEqual(['ceramics.html']);
  expect(current('lamps.html')).toEqual(['lamps.html']);
  expect(current('')).toEqual([]);
});

test('a product goes well with three others', () => {
  for (const { path } of ALL_PAGES.filter((page) => page.path.startsWith('products/'))) {
    const others = pathsIn(path, render(path), 'a').filter((link) => link.startsWith('products/') && link !== path);
    expect(new Set(others).size).toBe(3);
  }
});

test('the home page is also index.html; any other path is no page', () => {
  expect(render('index.html')).toBe(render(''));
  for (const path of ['gone.html', 'products/', 'products/gone.html', 'shop.css', '__proto__', '../lamps.html'])
    expect(demoShopPage(path, { key: KEY, nonce: NONCE })).toBeNull();
});
