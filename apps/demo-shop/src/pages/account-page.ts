import { html } from '../html.ts';
import { type ShopPage, titled } from '../shop-page.ts';

export const ACCOUNT_PAGE: ShopPage = {
  path: 'account.html',
  title: titled('Your account'),
  script: 'account-page.js',
  main: () => html`<div class="wrap section">
        <h1>Your account</h1>
        <form class="form">
          <p class="quiet narrow">I am a customer: sign in as whoever you like. There is no password; the page tells the chat who you are, as a real shop would.</p>
          <label>Name<input name="name" type="text" autocomplete="name" required value="Giulia Moretti"></label>
          <div class="two">
            <label>E-mail<input name="email" type="email" autocomplete="email" required value="giulia.moretti@example.com"></label>
            <label>Phone (optional)<input name="phone" type="tel" autocomplete="tel" value="+39 055 0100 233"></label>
          </div>
          <label>Club<select name="club"><option>Oro</option><option>Argento</option><option>Bronzo</option></select></label>
          <button class="button" type="submit">I am a customer</button>
        </form>
        <div id="inside" class="panel narrow" hidden>
          <h2>Welcome, <span data-field="name"></span></h2>
          <dl class="facts">
            <dt>E-mail</dt><dd data-field="email"></dd>
            <dt>Phone</dt><dd data-field="phone"></dd>
            <dt>Club</dt><dd data-field="club"></dd>
          </dl>
          <div class="buttons"><button class="button plain" type="button">Log out</button></div>
        </div>
      </div>`,
};
