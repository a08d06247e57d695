import type { SeededRandom } from '@vetrina/testkit/seeded-random';

export interface ShopPage {
  readonly path: string;
  readonly title: string;
}

const SHOP = 'Bottega Lume';

const page = (path: string, title: string): ShopPage => ({ path: `/demo/${path}`, title: `${title} · ${SHOP}` });

/** The pages of `apps/demo-shop`, so that an agent who follows a link from the list arrives where the visitor is. */
export const HOME: ShopPage = { path: '/demo/', title: `${SHOP} · Lamps and ceramics made by hand` };
export const CATEGORIES = [page('lamps.html', 'Lamps'), page('ceramics.html', 'Ceramics')];
export const PRODUCTS = [
  page('products/alba.html', 'Sospesa Alba, pendant lamp'),
  page('products/fico.html', 'Lampada Fico, table lamp'),
  page('products/notte.html', 'Lanterna Notte, lantern'),
  page('products/onda.html', 'Vaso Onda, vase'),
  page('products/mattina.html', 'Brocca Mattina, jug'),
  page('products/sabbia.html', 'Ciotole Sabbia, two bowls'),
];
export const HELP = [
  page('workshop.html', 'The workshop'),
  page('contact.html', 'Contact'),
  page('account.html', 'Your account'),
];
export const CART = page('cart.html', 'Cart');
export const CHECKOUT = page('checkout.html', 'Checkout');

/** The page a reader goes to next: from shelf to product, to another product, now and then to the cart. */
export function nextPage(from: ShopPage, random: SeededRandom): ShopPage {
  const chance = random.next();
  if (from === CART) return chance < 0.5 ? CHECKOUT : random.pick(PRODUCTS);
  if (CATEGORIES.includes(from)) return chance < 0.8 ? random.pick(PRODUCTS) : random.pick(CATEGORIES);
  if (PRODUCTS.includes(from)) {
    if (chance < 0.15) return CART;
    if (chance < 0.25) return random.pick(HELP);
    return chance < 0.6 ? random.pick(PRODUCTS) : random.pick(CATEGORIES);
  }
  return chance < 0.75 ? random.pick(CATEGORIES) : random.pick(PRODUCTS);
}
