import { changeCart } from './cart.js';

const { slug, name, price, tint } = document.querySelector('.product').dataset;
const toast = document.querySelector('.toast');
let hide;

document.querySelector('#add').addEventListener('click', () => {
  changeCart({ slug, name, price: Number(price), tint }, 1);
  toast.textContent = `${name} is in your cart`;
  clearTimeout(hide);
  hide = setTimeout(() => {
    toast.textContent = '';
  }, 3000);
});
