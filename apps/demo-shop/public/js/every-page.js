import { euros, piecesIn, readCart, worthOf } from './cart.js';
import { introduce, readCustomer } from './customer.js';
import { keepAccountOnLinks } from './this-account.js';

function showCart() {
  const lines = readCart();
  const pieces = piecesIn(lines);
  const basket = document.querySelector('.basket');
  basket.textContent = pieces ? `Cart · ${pieces}` : 'Cart';
  basket.setAttribute('aria-label', pieces ? `Cart, ${pieces} pieces, ${euros(worthOf(lines))}` : 'Cart, empty');
}

export function showCustomer() {
  const customer = readCustomer();
  document.querySelector('.me').textContent = customer ? customer.name.split(' ')[0] : 'Sign in';
}

keepAccountOnLinks();
showCart();
showCustomer();
introduce();
document.addEventListener('cart-changed', () => {
  showCart();
  introduce();
});
// Another tab of the shop changed the cart or signed in.
addEventListener('storage', () => {
  showCart();
  showCustomer();
});
addEventListener('pageshow', (event) => {
  if (event.persisted) showCart();
});
