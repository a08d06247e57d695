import { GOODS, type Good, SHELVES } from '../goods.ts';
import { goodsList, picture, productPath } from '../goods-list.ts';
import { type Html, html } from '../html.ts';
import { type LinkTo, type ShopPage, titled } from '../shop-page.ts';

function crumbs(good: Good, to: LinkTo): readonly Html[] {
  return SHELVES.filter(({ slug }) => slug === good.shelf).map(
    ({ slug, name }) =>
      html`<nav class="crumbs" aria-label="Where you are"><a href="${to(`${slug}.html`)}">${name}</a> / ${good.name}</nav>`,
  );
}

/** One product. Its script takes what goes into the cart from the data attributes. */
export function productPage(good: Good): ShopPage {
  const { slug, name, kind, price, tint, description } = good;
  const title = `${name}, ${kind.toLowerCase()}`;
  const companions = good.goesWith.flatMap((wanted) => GOODS.filter((other) => other.slug === wanted));
  const facts = good.facts.map(([what, value]) => html`<dt>${what}</dt><dd>${value}</dd>`);
  return {
    path: productPath(good),
    title: titled(title),
    description,
    under: `${good.shelf}.html`,
    script: 'product-page.js',
    main: (to) => html`<div class="wrap">
        ${crumbs(good, to)}
        <div class="product" data-slug="${slug}" data-name="${name}" data-price="${price}" data-tint="${tint}">
          ${picture(good, title, to)}
          <div>
            <p class="eyebrow">${kind}</p>
            <h1>${name}</h1>
            <p class="price">€${price}</p>
            <p>${description}</p>
            <div class="buttons"><button class="button" id="add" type="button">Add to cart</button></div>
            <dl class="facts">
            ${facts}
            </dl>
          </div>
        </div>
      </div>
      <section class="section tinted" aria-labelledby="others">
        <div class="wrap">
          <div class="heading"><h2 id="others">Goes well with</h2></div>
        ${goodsList(companions, to)}
        </div>
      </section>
      <div class="toast" role="status"></div>`,
  };
}
