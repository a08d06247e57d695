import { html } from '../html.ts';
import { type ShopPage, titled } from '../shop-page.ts';

/** Where the checkout's script goes after an order. */
export const THANKS_PAGE: ShopPage = {
  path: 'thanks.html',
  title: titled('Thank you'),
  main: (to) => html`<div class="wrap section centred">
        <p class="eyebrow">Order received</p>
        <h1>Grazie mille!</h1>
        <p class="quiet">We would now wrap your pieces in straw and paper. As this is a demonstration, the kiln stays cold and nothing will arrive.</p>
        <div class="buttons"><a class="button" href="${to('')}">Back to the shop</a></div>
      </div>`,
};
