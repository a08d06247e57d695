import { type Filling, layOut } from './layout.ts';
import type { ShopPage } from './shop-page.ts';
import { ALL_PAGES, SITE } from './site-map.ts';

const BY_PATH: ReadonlyMap<string, ShopPage> = new Map([
  ...ALL_PAGES.map((page) => [page.path, page] as const),
  ['index.html', SITE.home],
]);

/**
 * A page of the shop as an HTML document. `path` is what stands behind the shop's root, without query: '' and
 * `index.html` are the home page. null: there is no such page; it may be a file of `public/`.
 */
export function demoShopPage(path: string, filling: Filling): string | null {
  const page = BY_PATH.get(path);
  return page === undefined ? null : layOut(page, filling);
}
