import { createIsbotFromList, list } from 'isbot';

/**
 * A headless browser that does not say it is a crawler runs the page as a person's does: a shop's own monitoring or
 * tests, which the shop expects to see. Only who declares to be a crawler, a preview or a tool is kept out.
 */
const HEADLESS = 'headless';

const declared = createIsbotFromList(list.filter((pattern) => pattern !== HEADLESS));

/** V1: does this user agent call itself a crawler? They get no row and are counted apart. */
export function isCrawler(userAgent: string): boolean {
  return declared(userAgent);
}
