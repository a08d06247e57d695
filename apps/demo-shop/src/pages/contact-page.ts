import { html } from '../html.ts';
import { type ShopPage, titled } from '../shop-page.ts';

const PATH = 'contact.html';

export const CONTACT_PAGE: ShopPage = {
  path: PATH,
  title: titled('Contact'),
  under: PATH,
  script: 'contact-page.js',
  main: () => html`<div class="wrap section">
        <h1>Write to us</h1>
        <p class="quiet narrow">About a piece, a repair, or the colour of the light. Or use the chat: somebody is usually near the computer, washing clay off their hands.</p>
        <form class="form">
          <div class="two">
            <label>Name<input name="name" type="text" autocomplete="name" required></label>
            <label>E-mail<input name="email" type="email" autocomplete="email" required></label>
          </div>
          <label>What is it about?<textarea name="text" rows="6" required></textarea></label>
          <button class="button" type="submit">Send</button>
        </form>
        <p id="sent" tabindex="-1" hidden>Thank you. In a real shop we would answer by tomorrow.</p>
      </div>`,
};
