import type { VisitorFacts } from '@vetrina/domain/automation/facts';
import type { StoredDetails } from '../visitors/ports.ts';
import type { PersonHere } from './ports.ts';

/** Who somebody on the site is, as rules ask. */
export function factsOfPerson({ visitor, campaign }: Pick<PersonHere, 'visitor' | 'campaign'>): VisitorFacts {
  const { visits, chats, customer, country, city, device, browser, os, language, group, variables } = visitor;
  return {
    ...{ visits, chats, customer, country, city, device, browser, os, language, group, variables },
    ...{ referrer: visitor.referrer, campaign },
  };
}

/** The same of somebody who is not here, by their last visit. */
export function factsOfStored({ visitor, visits, ...saved }: StoredDetails): VisitorFacts {
  const { chats, customer, group, variables } = visitor;
  const { country, city, browser, os } = saved;
  const source = visits[0]?.source;
  return {
    ...{ visits: visitor.visits, chats, customer, group, variables, country, city, browser, os },
    device: saved.device as VisitorFacts['device'],
    language: visitor.language ?? saved.language,
    ...{ referrer: source?.referrer ?? null, campaign: source?.utm ?? {} },
  };
}
