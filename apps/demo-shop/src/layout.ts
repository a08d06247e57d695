import type { AccountKey } from '@vetrina/protocol/ids';
import { SHELVES } from './goods.ts';
import { type Html, html, htmlText } from './html.ts';
import { type LinkTo, SHOP_NAME, type ShopPage } from './shop-page.ts';
import { snippet } from './snippet.ts';

/** What differs from one sending of a page to the next. */
export interface Filling {
  readonly key: AccountKey;
  /** That of the Content-Security-Policy the page is sent with. */
  readonly nonce: string;
}

type Entry = readonly [path: string, name: string];

const SHELF_ENTRIES: readonly Entry[] = SHELVES.map(({ slug, name }) => [`${slug}.html`, name]);
const WORKSHOP: Entry = ['workshop.html', 'Workshop'];
const CONTACT: Entry = ['contact.html', 'Contact'];

const NAVIGATION = [...SHELF_ENTRIES, WORKSHOP, CONTACT];
const FOOTER: readonly (readonly [heading: string, entries: readonly Entry[]])[] = [
  ['Shop', [...SHELF_ENTRIES, ['cart.html', 'Cart']]],
  ['Bottega', [WORKSHOP, CONTACT, ['account.html', 'Your account']]],
];

/** Addresses are relative, so that the shop may stand anywhere. */
function linksFrom(path: string): LinkTo {
  const root = '../'.repeat(path.split('/').length - 1);
  return (target) => `${root}${target}` || './';
}

function head(page: ShopPage, to: LinkTo, { key, nonce }: Filling): Html {
  const description = page.description ?? 'Lamps and ceramics made by hand. A demonstration shop.';
  const scripts = ['every-page.js', ...(page.script === undefined ? [] : [page.script])];
  return html`<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${page.title}</title>
    <meta name="description" content="${description}">
    <link rel="icon" href="${to('art/icon.svg')}" type="image/svg+xml">
    <link rel="stylesheet" href="${to('shop.css')}">
    ${snippet(key, nonce)}
    ${scripts.map((script) => html`<script type="module" src="${to(`js/${script}`)}"></script>`)}
  </head>`;
}

const LAMP = html`<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M10 4h12l5 13H5z"/><path d="M16 17v4M11 28c-2-3 0-7 5-7s7 4 5 7z"/></svg>`;

function header(under: string | undefined, to: LinkTo): Html {
  const links = NAVIGATION.map(([path, name]) => {
    const current = path === under ? html` aria-current="page"` : '';
    return html`<a href="${to(path)}"${current}>${name}</a>`;
  });
  return html`<header class="top">
      <div class="wrap">
        <a class="brand" href="${to('')}">${LAMP}${SHOP_NAME}</a>
        <nav aria-label="Shop">
        ${links}
        </nav>
        <div class="tools">
          <a class="me" href="${to('account.html')}">Sign in</a>
          <a class="basket" href="${to('cart.html')}">Cart</a>
        </div>
      </div>
    </header>`;
}

function footer(to: LinkTo): Html {
  const columns = FOOTER.map(
    ([heading, entries]) => html`<div>
          <h2>${heading}</h2>
          <ul>
            ${entries.map(([path, name]) => html`<li><a href="${to(path)}">${name}</a></li>`)}
          </ul>
        </div>`,
  );
  return html`<footer class="bottom">
      <div class="wrap">
        <div>
          <h2>${SHOP_NAME}</h2>
          <p>Light and clay, made by hand in a workshop<br>that exists only in this demonstration.</p>
        </div>
        ${columns}
      </div>
    </footer>`;
}

/** The whole document: the page in the frame that all pages share. */
export function layOut(page: ShopPage, filling: Filling): string {
  const to = linksFrom(page.path);
  return htmlText(html`<!doctype html>
<html lang="en">
  ${head(page, to, filling)}
  <body>
    <a class="skip" href="#main">Skip to the page</a>
    <aside class="notice" aria-label="About this shop">A demonstration shop: nothing is sold or sent.</aside>
    ${header(page.under, to)}
    <main id="main">
      ${page.main(to)}
    </main>
    ${footer(to)}
  </body>
</html>
`);
}
