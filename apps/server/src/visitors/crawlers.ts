import { createIsbotFromList, list } from 'isbot';
import { remembering } from './remembering.ts';

/**
 * A headless browser that does not say it is a crawler runs the page as a person's does: a shop's own monitoring or
 * tests, which the shop expects to see. Only who declares to be a crawler, a preview or a tool is kept out.
 */
const HEADLESS = 'headless';

const declared = createIsbotFromList(list.filter((pattern) => pattern !== HEADLESS));
/** The list is one expression of 200 parts; 15,000 people who return after a restart bring a few hundred user agents. */
const known = remembering(2_000, declared);

/** V1: does this user agent call itself a crawler? They get no row and are counted apart. */
export function isCrawler(userAgent: string): boolean {
  return known(userAgent);
}
