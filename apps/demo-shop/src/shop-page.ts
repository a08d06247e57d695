import type { Html } from './html.ts';

export const SHOP_NAME = 'Bottega Lume';

/** The address of a path of the shop (`art/icon.svg`; '' is the home page), relative to the page it stands on. */
export type LinkTo = (path: string) => string;

/** One page, before the layout is put around it. */
export interface ShopPage {
  /** Below the shop's root: `products/alba.html`; '' is the home page. */
  readonly path: string;
  /** As in the browser's tab. */
  readonly title: string;
  /** For search engines; absent: the shop's own. */
  readonly description?: string;
  /** Path of the entry of the navigation that is marked as current. */
  readonly under?: string;
  /** The page's own module in `public/js`, besides the one of every page. */
  readonly script?: string;
  readonly main: (to: LinkTo) => Html;
}

/** The title of every page but the home page. */
export function titled(name: string): string {
  return `${name} · ${SHOP_NAME}`;
}
