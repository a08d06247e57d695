import { html } from '../html.ts';
import { type ShopPage, titled } from '../shop-page.ts';

export const CHECKOUT_PAGE: ShopPage = {
  path: 'checkout.html',
  title: titled('Checkout'),
  script: 'checkout-page.js',
  main: () => html`<div class="wrap section">
        <h1>Checkout</h1>
        <div class="sides">
          <form class="form">
            <label>Name<input name="name" type="text" autocomplete="name" required></label>
            <div class="two">
              <label>E-mail<input name="email" type="email" autocomplete="email" required></label>
              <label>Phone (optional)<input name="phone" type="tel" autocomplete="tel"></label>
            </div>
            <label>Street and number<input name="street" type="text" autocomplete="street-address" required></label>
            <div class="two">
              <label>Postcode<input name="postcode" type="text" autocomplete="postal-code" required></label>
              <label>City<input name="city" type="text" autocomplete="address-level2" required></label>
            </div>
            <button class="button" type="submit">Order (only pretend)</button>
          </form>
          <aside class="panel" aria-label="Your order">
            <h2>Your order</h2>
            <div id="order"></div>
            <p class="sum total"><span>Total</span><span data-total></span></p>
          </aside>
        </div>
      </div>`,
};
