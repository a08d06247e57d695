import { piecesIn, readCart, worthOf } from './cart.js';

const CUSTOMER = 'lume.customer';

/** Who is signed in to the shop, or null. A demo: nobody checks a password. */
export function readCustomer() {
  try {
    return JSON.parse(localStorage.getItem(CUSTOMER) ?? 'null');
  } catch {
    return null;
  }
}

/** Tells the chat who is there and what is in the cart, as a shop's own templates would do on every page. */
export function introduce() {
  const customer = readCustomer();
  const lines = readCart();
  if (customer) {
    smartsupp('name', customer.name);
    smartsupp('email', customer.email);
    if (customer.phone) smartsupp('phone', customer.phone);
  }
  const variables = {
    cart: { label: 'Cart (EUR)', value: worthOf(lines) },
    pieces: { label: 'Pieces', value: piecesIn(lines) },
  };
  if (customer) variables.club = { label: 'Club', value: customer.club };
  if (customer || lines.length) smartsupp('variables', variables);
}

export function signIn(customer) {
  localStorage.setItem(CUSTOMER, JSON.stringify(customer));
  introduce();
}

export function signOut() {
  localStorage.removeItem(CUSTOMER);
  smartsupp('logout');
}
