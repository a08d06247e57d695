import type { Good } from './goods.ts';
import { type Html, html } from './html.ts';
import type { LinkTo } from './shop-page.ts';

export function productPath({ slug }: Good): string {
  return `products/${slug}.html`;
}

/** The drawing on its ground. `alt` is '' where the name stands beside it. */
export function picture({ slug, tint }: Good, alt: string, to: LinkTo): Html {
  return html`<div class="picture ${tint}"><img src="${to(`art/${slug}.svg`)}" width="400" height="400" alt="${alt}"></div>`;
}

/** Cards that lead to the products. */
export function goodsList(goods: readonly Good[], to: LinkTo): Html {
  const cards = goods.map(
    (good) => html`<li class="good">
            <a href="${to(productPath(good))}">
              ${picture(good, '', to)}
              <h3>${good.name}</h3>
              <p><span>${good.kind}</span><span class="price">€${good.price}</span></p>
            </a>
          </li>`,
  );
  return html`<ul class="goods">
          ${cards}
        </ul>`;
}
