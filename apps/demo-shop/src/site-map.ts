import { GOODS, SHELVES } from './goods.ts';
import { ACCOUNT_PAGE } from './pages/account-page.ts';
import { CART_PAGE } from './pages/cart-page.ts';
import { categoryPage } from './pages/category-page.ts';
import { CHECKOUT_PAGE } from './pages/checkout-page.ts';
import { CONTACT_PAGE } from './pages/contact-page.ts';
import { HOME_PAGE } from './pages/home-page.ts';
import { productPage } from './pages/product-page.ts';
import { THANKS_PAGE } from './pages/thanks-page.ts';
import { WORKSHOP_PAGE } from './pages/workshop-page.ts';
import type { ShopPage } from './shop-page.ts';

/** Every page of the shop, by what people come to it for. */
export const SITE = {
  home: HOME_PAGE,
  categories: SHELVES.map(categoryPage),
  products: GOODS.map(productPage),
  help: [WORKSHOP_PAGE, CONTACT_PAGE, ACCOUNT_PAGE],
  cart: CART_PAGE,
  checkout: CHECKOUT_PAGE,
  thanks: THANKS_PAGE,
} as const;

export const ALL_PAGES: readonly ShopPage[] = Object.values(SITE).flat();
