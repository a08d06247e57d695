import type { SeededRandom } from '@vetrina/testkit/seeded-random';

export interface ShopPage {
  readonly path: string;
  readonly title: string;
}

const SHOP = 'Bottega Aurora';

function pages(folder: string, ...names: readonly string[]): ShopPage[] {
  return names.map((name) => ({
    path: `/demo/${folder}/${name
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[^a-z0-9]+/g, '-')}`,
    title: `${name} – ${SHOP}`,
  }));
}

export const HOME: ShopPage = { path: '/demo/', title: `${SHOP} – Things for a calm home` };
export const CATEGORIES = pages('shop', 'Lamps', 'Ceramics', 'Textiles', 'Kitchen', 'Furniture', 'Sale');
export const PRODUCTS = pages(
  'product',
  'Luna table lamp',
  'Pendant Vento',
  'Terracotta vase',
  'Espresso cups, set of four',
  'Linen throw',
  'Wool cushion',
  'Olive wood board',
  'Cast iron pan',
  'Oak stool',
  'Rattan armchair',
);
export const HELP = pages('help', 'Delivery and returns', 'Size guide', 'Contact');
export const CART: ShopPage = { path: '/demo/cart', title: `Your cart – ${SHOP}` };
export const CHECKOUT: ShopPage = { path: '/demo/checkout', title: `Checkout – ${SHOP}` };

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
