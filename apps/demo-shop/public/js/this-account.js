/**
 * The demo shows one shop for several accounts, told apart by `?account=`. The choice has to survive a click, so every
 * link of the shop carries it on.
 */
const account = new URLSearchParams(location.search).get('account');

/** An address of the shop with the account kept. */
export function inThisAccount(address) {
  const url = new URL(address, document.baseURI);
  if (account) url.searchParams.set('account', account);
  return url.href;
}

export function keepAccountOnLinks(within = document) {
  if (!account) return;
  for (const link of within.querySelectorAll('a[href]')) {
    if (link.origin === location.origin) link.href = inThisAccount(link.href);
  }
}
