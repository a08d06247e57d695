import { GOODS } from '../goods.ts';
import { goodsList } from '../goods-list.ts';
import { html } from '../html.ts';
import { SHOP_NAME, type ShopPage } from '../shop-page.ts';

const PROMISES = [
  ['Packed like eggs', 'In straw and paper. If it breaks on the way, we throw another one.'],
  ['Thirty days to change your mind', 'Light looks different at home. Send it back if it is the wrong one.'],
  ['Repaired for life', 'Cables, switches and chipped rims. Write to us, we answer the same day.'],
] as const;

export const HOME_PAGE: ShopPage = {
  path: '',
  title: `${SHOP_NAME} · Lamps and ceramics made by hand`,
  main: (to) => html`<div class="wrap hero">
        <div>
          <p class="eyebrow">Autumn collection</p>
          <h1>Light you would like to sit next to</h1>
          <p>Lamps and ceramics, thrown, glazed and fired by four people and one stubborn kiln. Few pieces, made well, meant to be used every day.</p>
          <div class="buttons">
            <a class="button" href="${to('lamps.html')}">See the lamps</a>
            <a class="button plain" href="${to('workshop.html')}">Visit the workshop</a>
          </div>
        </div>
        <div class="scene"><img src="${to('art/table.svg')}" width="500" height="600" alt="A terracotta lamp and a vase with olive branches on a wooden table"></div>
      </div>
      <section class="section wrap" aria-labelledby="all">
        <div class="heading"><h2 id="all">From the kiln this month</h2></div>
        ${goodsList(GOODS, to)}
      </section>
      <section class="section tinted" aria-label="What we promise">
        <div class="wrap promises">
          ${PROMISES.map(([heading, text]) => html`<div><h3>${heading}</h3><p>${text}</p></div>`)}
        </div>
      </section>`,
};
