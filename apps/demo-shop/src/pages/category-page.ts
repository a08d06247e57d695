import { GOODS, type Shelf } from '../goods.ts';
import { goodsList } from '../goods-list.ts';
import { html } from '../html.ts';
import { type ShopPage, titled } from '../shop-page.ts';

/** What stands on one shelf. */
export function categoryPage({ slug, name, opening }: Shelf): ShopPage {
  const path = `${slug}.html`;
  const goods = GOODS.filter(({ shelf }) => shelf === slug);
  return {
    path,
    title: titled(name),
    under: path,
    main: (to) => html`<div class="wrap section">
        <h1>${name}</h1>
        <p class="quiet narrow">${opening}</p>
        ${goodsList(goods, to)}
      </div>`,
  };
}
