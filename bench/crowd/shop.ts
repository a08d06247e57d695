import { SITE } from '@vetrina/demo-shop/site-map';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';

export interface ShopPage {
  readonly path: string;
  readonly title: string;
}

const onServer = ({ path, title }: ShopPage): ShopPage => ({ path: `/demo/${path}`, title });

/** The shop's own pages, so that an agent who follows a link from the list arrives where the visitor is. */
export const HOME = onServer(SITE.home);
export const CATEGORIES = SITE.categories.map(onServer);
export const PRODUCTS = SITE.products.map(onServer);
export const HELP = SITE.help.map(onServer);
export const CART = onServer(SITE.cart);
export const CHECKOUT = onServer(SITE.checkout);

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
