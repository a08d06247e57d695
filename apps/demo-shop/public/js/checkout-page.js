import { emptyCart, euros, readCart, worthOf } from './cart.js';
import { readCustomer } from './customer.js';
import { inThisAccount } from './this-account.js';

const form = document.querySelector('form');
const customer = readCustomer();
const lines = readCart();

for (const line of lines) {
  const row = document.createElement('p');
  row.className = 'sum';
  const name = document.createElement('span');
  const price = document.createElement('span');
  name.textContent = `${line.count} × ${line.name}`;
  price.textContent = euros(line.count * line.price);
  row.append(name, price);
  document.querySelector('#order').append(row);
}
document.querySelector('[data-total]').textContent = euros(worthOf(lines));
for (const field of ['name', 'email', 'phone']) if (customer?.[field]) form.elements[field].value = customer[field];

form.addEventListener('submit', (event) => {
  event.preventDefault();
  smartsupp('name', form.elements.name.value);
  smartsupp('email', form.elements.email.value);
  if (form.elements.phone.value) smartsupp('phone', form.elements.phone.value);
  emptyCart();
  location.assign(inThisAccount('thanks.html'));
});
