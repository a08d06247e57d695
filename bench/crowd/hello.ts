import type { PageViewId, TabId } from '@vetrina/protocol/ids';
import type { Page } from '@vetrina/protocol/messages/page';
import type { VisitorHello } from '@vetrina/protocol/messages/visitor-hello';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import type { Person } from './person.ts';
import type { ShopPage } from './shop.ts';

/** A shop page as the browser reports it. */
export function pageMessage(base: string, page: ShopPage, id: PageViewId, query = '', referrer?: string): Page {
  return { id, url: `${base}${page.path}${query}`, title: page.title, ...(referrer && { referrer }) };
}

/** The first frame of a tab: people who let themselves only be counted say nothing about themselves. */
export function helloOf(person: Person, tab: TabId, page: Page, again: boolean): VisitorHello {
  if (person.kind === 'counted') return { type: 'hello', protocol: PROTOCOL_VERSION, tab, visitor: { as: 'counted' } };
  return {
    type: 'hello',
    protocol: PROTOCOL_VERSION,
    tab,
    visitor: {
      as: 'known',
      browserKey: person.browserKey,
      page,
      visible: true,
      language: person.place.language,
      timezone: person.place.timezone,
      screen: person.screen,
      ...(again && { again }),
    },
  };
}
