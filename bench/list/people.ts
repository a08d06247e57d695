import { type ListedVisitor, listed } from '@vetrina/domain/listed';
import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import type { VisitorId } from '@vetrina/protocol/ids';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { weighted } from '../crowd/person.ts';
import { PLACES } from '../crowd/places.ts';
import { CATEGORIES, HELP, PRODUCTS } from '../crowd/shop.ts';
import { SOURCES } from '../crowd/sources.ts';

/** The moment the list is seen, ms since 1970. */
export const NOW = Date.UTC(2025, 10, 20, 18);

const MINUTE = 60_000;
const PAGES = [...CATEGORIES, ...PRODUCTS, ...PRODUCTS, ...HELP];
const BROWSERS = ['Chrome', 'Chrome', 'Mobile Safari', 'Firefox', 'Edge', 'Samsung Internet'];
const SYSTEMS = ['Windows', 'Android', 'iOS', 'macOS', 'Linux'];
const MESSAGES = ['Is the lamp in stock?', 'How long does delivery take?', 'Thank you!', 'Can I pay on delivery?'];

/** A page address nobody else has, as carts and campaign links make them. */
export function somePage(random: SeededRandom): LiveVisitor['page'] {
  const { path, title } = random.pick(PAGES);
  return { url: `https://shop.example${path}?session=${random.int(1e9).toString(36)}`, title };
}

/** The nth of a crowd: one in five known by name, one in twenty in a chat, four in ten active. */
export function someVisitor(nth: number, random: SeededRandom): LiveVisitor {
  const place = weighted(PLACES, random);
  const source = weighted(SOURCES, random);
  const known = random.next() < 0.2;
  const name = known ? `${random.pick(place.given)} ${random.pick(place.family)}` : null;
  const arrivedAgo = Math.floor(random.next() ** 2 * 120 * MINUTE);
  const chats = random.next() < 0.05;
  const messageAt = NOW - random.int(20 * MINUTE);
  return fromWire({
    id: `vi${nth.toString(36).padStart(22, '0')}` as VisitorId,
    number: nth,
    name,
    email: name === null ? null : `${name.toLowerCase().replace(' ', '.')}${nth}@example.com`,
    phone: known && random.next() < 0.3 ? `+39 055 0${random.int(1e6)}` : null,
    customer: known,
    verified: known && random.next() < 0.5,
    autoMessaged: random.next() < 0.1,
    blocked: random.next() < 0.002,
    visits: 1 + random.int(6),
    chats: random.int(2),
    country: place.country,
    city: random.pick(place.family),
    group: random.next() < 0.1 ? 'sales' : null,
    presence: random.next() < 0.02 ? { state: 'left', since: NOW - 6_000 } : { state: 'here' },
    chat: chats
      ? random.next() < 0.2
        ? { state: 'waiting', since: messageAt }
        : { state: 'chatting', lastMessageAt: messageAt }
      : { state: 'none' },
    typing: false,
    unread: 0,
    lastMessage: chats ? { text: random.pick(MESSAGES), at: messageAt } : null,
    agents: [],
    visitStartedAt: NOW - arrivedAgo,
    lastActivityAt: NOW - Math.floor(random.next() * Math.min(arrivedAgo, 25 * MINUTE)),
    page: somePage(random),
    pageViews: 1 + random.int(12),
    tabs: 1,
    source: source.query === '' ? null : (new URLSearchParams(source.query).get('utm_source') ?? null),
    referrer: source.referrer === '' ? null : source.referrer,
    device: random.pick(['desktop', 'phone', 'phone', 'tablet'] as const),
    browser: random.pick(BROWSERS),
    os: random.pick(SYSTEMS),
    language: place.language,
    variables: known ? { tier: random.pick(['bronze', 'silver', 'gold']), orders: String(random.int(25)) } : {},
    ip: `${random.pick(place.networks)}.${random.int(256)}.0`,
  });
}

export function someListed(nth: number, random: SeededRandom): ListedVisitor {
  return listed(someVisitor(nth, random), NOW);
}

/** Everyone's strings are their own, as if they had come over sockets; sharing them would flatter memory and caches. */
function fromWire(visitor: LiveVisitor): LiveVisitor {
  return JSON.parse(JSON.stringify(visitor)) as LiveVisitor;
}

type Change = (visitor: LiveVisitor, random: SeededRandom) => LiveVisitor;

/** Another page: the commonest event. V2's order does not move. */
export const viewsPage: Change = (visitor, random) => ({
  ...visitor,
  page: somePage(random),
  pageViews: visitor.pageViews + 1,
});

/** Active to inactive or back: leaves one filter for another and moves far. */
export const turnsStatus: Change = (visitor) => ({
  ...visitor,
  chat: { state: 'none' },
  presence: { state: 'here' },
  lastActivityAt:
    NOW - visitor.lastActivityAt < 10 * MINUTE
      ? NOW - 11 * MINUTE - ((visitor.number * 7_919) % (14 * MINUTE))
      : NOW - 1_000,
});

/** Writes: to the top of those who chat, wherever they stood. */
export const writes: Change = (visitor, random) => ({
  ...visitor,
  presence: { state: 'here' },
  chat: { state: 'chatting', lastMessageAt: NOW - random.int(MINUTE) },
  lastMessage: { text: random.pick(MESSAGES), at: NOW },
});

/** What happens on a shop: mostly page views, now and then someone turns active or inactive, or writes. */
export const anything: Change = (visitor, random) => {
  const chance = random.next();
  return chance < 0.7
    ? viewsPage(visitor, random)
    : chance < 0.95
      ? turnsStatus(visitor, random)
      : writes(visitor, random);
};

/** The changed visitor, ready for the list. */
export function changed(item: ListedVisitor, change: Change, random: SeededRandom): ListedVisitor {
  return listed(change(item.visitor, random), NOW, item);
}
