import { readCustomer, signIn, signOut } from './customer.js';
import { showCustomer } from './every-page.js';

const form = document.querySelector('form');
const inside = document.querySelector('#inside');

function show() {
  const customer = readCustomer();
  form.hidden = customer !== null;
  inside.hidden = customer === null;
  if (customer) {
    for (const place of inside.querySelectorAll('[data-field]'))
      place.textContent = customer[place.dataset.field] || 'not given';
  }
  showCustomer();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  signIn(Object.fromEntries(new FormData(form)));
  show();
});
inside.querySelector('button').addEventListener('click', () => {
  signOut();
  show();
});
show();
