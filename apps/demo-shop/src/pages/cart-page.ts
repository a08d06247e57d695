import { html } from '../html.ts';
import { type ShopPage, titled } from '../shop-page.ts';

/** The script fills in the lines: the cart is kept in the browser. */
export const CART_PAGE: ShopPage = {
  path: 'cart.html',
  title: titled('Cart'),
  script: 'cart-page.js',
  main: (to) => html`<div class="wrap section">
        <h1 tabindex="-1">Your cart</h1>
        <div id="empty">
          <p class="quiet">There is nothing in it yet.</p>
          <div class="buttons"><a class="button" href="${to('lamps.html')}">See the lamps</a></div>
        </div>
        <div id="filled" class="sides" hidden>
          <ul class="lines"></ul>
          <aside class="panel" aria-label="Sum">
            <p class="sum"><span>Subtotal</span><span data-total></span></p>
            <p class="sum"><span>Delivery</span><span>free</span></p>
            <p class="sum total"><span>Total</span><span data-total></span></p>
            <a class="button" href="${to('checkout.html')}">Checkout</a>
          </aside>
        </div>
        <template id="line">
          <li>
            <div class="picture"><img width="400" height="400" alt=""></div>
            <div>
              <h3><a href="#"></a></h3>
              <div class="count"><button type="button">−</button><span></span><button type="button">+</button></div>
            </div>
            <span class="price"></span>
          </li>
        </template>
      </div>`,
};
