import { safeAddress } from '@vetrina/domain/address';
import type { VisitorFacts } from '@vetrina/domain/automation/facts';
import { visitSource } from '@vetrina/domain/source';
import type { Page } from '@vetrina/protocol/messages/page';
import { seededRandom } from '@vetrina/testkit/seeded-random';
import { userAgentReader } from '../../apps/server/src/visitors/read-user-agent.ts';
import { BROWSERS } from '../crowd/browsers.ts';
import { makePerson, type Person } from '../crowd/person.ts';
import { CART, CATEGORIES, PRODUCTS } from '../crowd/shop.ts';

const PAGES = [...CATEGORIES, ...PRODUCTS, CART];
const machineOf = userAgentReader();

/** The nth visitor of the crowd. All of them are listed: nobody is a crawler, or only counted. */
export function shopper(number: number): Person {
  const random = seededRandom(number + 1);
  const person = makePerson(random);
  const userAgent = person.kind === 'crawler' ? random.pick(BROWSERS).userAgent : person.userAgent;
  return { ...person, kind: 'shopper', userAgent };
}

/** The page that a visitor sees after `views` others; the first says where they came from. */
export function pageOf(base: string, number: number, { source }: Person, views: number): Page {
  const { path, title } = PAGES[(number + views * 7) % PAGES.length] ?? CART;
  return {
    id: `${number.toString(36).padStart(5, '0')}-${views.toString(36).padStart(5, '0')}` as Page['id'],
    url: `${base}${path}${views === 0 ? source.query : ''}`,
    title,
    ...(views === 0 && source.referrer !== '' && { referrer: source.referrer }),
  };
}

/** What the server finds out about somebody on their first visit. Nobody looks up cities here. */
export function factsOf({ place, source, userAgent, identity }: Person): VisitorFacts {
  const landing = safeAddress('https://shop.example/', []) ?? '';
  const found = visitSource(`${landing}${source.query}`, source.referrer, []).source;
  const { device, browser, os } = machineOf(userAgent);
  const variables = Object.entries(identity?.variables ?? {}).map(([name, value]) => [name, String(value)]);
  return {
    ...{ visits: 1, chats: 0, customer: identity !== null, country: place.country, city: null },
    ...{ device, browser, os, language: place.language, group: identity?.group ?? null },
    ...{ variables: Object.fromEntries(variables), referrer: found.referrer, campaign: found.utm },
  };
}
