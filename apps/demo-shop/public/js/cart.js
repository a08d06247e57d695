const CART = 'lume.cart';

/** The cart: `{slug, name, price, tint, count}` each, price in whole euros. A broken or forbidden storage is an empty cart. */
export function readCart() {
  try {
    const lines = JSON.parse(localStorage.getItem(CART) ?? '[]');
    return Array.isArray(lines) ? lines.filter((line) => /^[a-z]+$/.test(line?.slug) && line.count > 0) : [];
  } catch {
    return [];
  }
}

function writeCart(lines) {
  try {
    localStorage.setItem(CART, JSON.stringify(lines));
  } catch {
    // A full or forbidden storage: the cart lives as long as the page.
  }
  document.dispatchEvent(new CustomEvent('cart-changed'));
}

/** Adds `by` pieces (or takes them away) and drops what is down to nothing. */
export function changeCart(product, by) {
  const lines = readCart();
  const line = lines.find(({ slug }) => slug === product.slug);
  if (line) line.count = Math.min(99, line.count + by);
  else lines.push({ ...product, count: by });
  writeCart(lines.filter(({ count }) => count > 0));
}

export const emptyCart = () => writeCart([]);

export const piecesIn = (lines) => lines.reduce((sum, { count }) => sum + count, 0);

export const worthOf = (lines) => lines.reduce((sum, { count, price }) => sum + count * price, 0);

const EUROS = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR', minimumFractionDigits: 0 });

export const euros = (amount) => EUROS.format(amount);
