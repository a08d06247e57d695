import { type BrowserKey, browserKey, type PageViewId, type TabId, tabId } from '@vetrina/protocol/ids';
import type { Identity } from '@vetrina/protocol/messages/identity';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { BROWSERS, CRAWLERS } from './browsers.ts';
import { PLACES, type Place } from './places.ts';
import { SOURCES, type Source } from './sources.ts';

/** Somebody with a browser. `counted` people gave no consent, `crawler`s say who they are in their user agent. */
export interface Person {
  readonly kind: 'shopper' | 'counted' | 'crawler';
  readonly browserKey: BrowserKey;
  readonly userAgent: string;
  readonly screen: { readonly width: number; readonly height: number };
  /** Public IPv4 address, registered in the person's country. */
  readonly ip: string;
  readonly place: Place;
  readonly source: Source;
  /** What the page says about the person once signed in; null: never signs in. */
  readonly identity: Identity | null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const GROUPS = ['sales', 'support'];
const TIERS = ['bronze', 'silver', 'gold'];

export function letters(random: SeededRandom, length: number): string {
  return Array.from({ length }, () => ALPHABET[random.int(ALPHABET.length)]).join('');
}

export const freshTab = (random: SeededRandom): TabId => tabId.parse(letters(random, 12));
export const freshPageView = (random: SeededRandom): PageViewId => letters(random, 12) as PageViewId;

export function weighted<T extends { readonly weight: number }>(list: readonly T[], random: SeededRandom): T {
  let left = random.next() * list.reduce((sum, item) => sum + item.weight, 0);
  for (const item of list) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return random.pick(list);
}

function makeIdentity(place: Place, random: SeededRandom): Identity {
  const given = random.pick(place.given);
  const family = random.pick(place.family);
  const account = `${given}.${family}`
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z.]/g, '');
  const number = random.int(900) + 100;
  return {
    name: `${given} ${family}`,
    email: `${/^[a-z]/.test(account) ? account : 'guest'}${number}@example.com`,
    ...(random.next() < 0.3 && { phone: `+39 055 0${random.int(900_000) + 100_000}` }),
    ...(random.next() < 0.4 && { group: random.pick(GROUPS) }),
    variables: { tier: random.pick(TIERS), orders: random.int(25), basket: `€ ${random.int(400)}` },
  };
}

/** A fresh stranger. About a fifth can sign in, one in thirty only lets itself be counted, one in forty is a crawler. */
export function makePerson(random: SeededRandom): Person {
  const place = weighted(PLACES, random);
  const browser = weighted(BROWSERS, random);
  const [width, height] = random.pick(browser.screens);
  const chance = random.next();
  const kind = chance < 0.025 ? 'crawler' : chance < 0.058 ? 'counted' : 'shopper';
  return {
    kind,
    browserKey: browserKey.parse(letters(random, 22)),
    userAgent: kind === 'crawler' ? random.pick(CRAWLERS) : browser.userAgent,
    screen: { width, height },
    ip: `${random.pick(place.networks)}.${random.int(256)}.${random.int(254) + 1}`,
    place,
    source: weighted(SOURCES, random),
    identity: kind === 'shopper' && random.next() < 0.2 ? makeIdentity(place, random) : null,
  };
}
