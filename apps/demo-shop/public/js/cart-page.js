import { changeCart, euros, readCart, worthOf } from './cart.js';
import { keepAccountOnLinks } from './this-account.js';

const list = document.querySelector('.lines');
const template = document.querySelector('#line');

function showLines() {
  const lines = readCart();
  document.querySelector('#empty').hidden = lines.length > 0;
  document.querySelector('#filled').hidden = lines.length === 0;
  list.replaceChildren(...lines.map(lineOf));
  keepAccountOnLinks(list);
  for (const place of document.querySelectorAll('[data-total]')) place.textContent = euros(worthOf(lines));
}

function lineOf(line) {
  const item = template.content.cloneNode(true);
  const link = item.querySelector('h3 a');
  link.textContent = line.name;
  link.href = `products/${line.slug}.html`;
  item.querySelector('.picture').classList.add(line.tint);
  item.querySelector('img').src = `art/${line.slug}.svg`;
  item.querySelector('.count span').textContent = String(line.count);
  item.querySelector('.price').textContent = euros(line.price * line.count);
  const [fewer, more] = item.querySelectorAll('button');
  fewer.setAttribute('aria-label', `One ${line.name} fewer`);
  more.setAttribute('aria-label', `One more ${line.name}`);
  fewer.addEventListener('click', () => change(line, -1, 0));
  more.addEventListener('click', () => change(line, 1, 1));
  return item;
}

/** The list is drawn anew; the focus goes back to where it was, or to the list if the line is gone. */
function change(line, by, button) {
  changeCart(line, by);
  showLines();
  const at = readCart().findIndex(({ slug }) => slug === line.slug);
  (list.children[at]?.querySelectorAll('button')[button] ?? document.querySelector('h1')).focus();
}

showLines();
