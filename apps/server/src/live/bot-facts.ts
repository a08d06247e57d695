import type { BotFacts } from '@vetrina/domain/chatbots/bot-state';
import { countryName } from '@vetrina/domain/country-names';
import type { Account } from '@vetrina/protocol/http/account';
import type { VisitorId } from '@vetrina/protocol/ids';
import { factsOfPerson, factsOfStored } from '../automation/visitor-facts.ts';
import type { Clock } from '../platform/clock.ts';
import type { StoredDetails, VisitorStore } from '../visitors/ports.ts';
import { currentTab, isInForce, type OnSite, type Stay } from '../visitors/stay.ts';
import type { BoxStates } from './box-states.ts';
import type { TeamPresence } from './team-presence.ts';

export interface BotFactsParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly onSite: OnSite;
  readonly store: Pick<VisitorStore, 'details'>;
  readonly boxStates: Pick<BoxStates, 'stateFor'>;
  readonly team: Pick<TeamPresence, 'online'>;
}

/** What a bot knows of its visitor at this moment, on the site or not, and whether they may be talked with. */
export async function botFacts(
  parts: BotFactsParts,
  account: Account,
  visitor: VisitorId,
): Promise<BotFacts & { readonly isBlocked: boolean }> {
  const stay = parts.onSite.get(account.id, visitor);
  const person = stay === undefined ? await stored(parts, account, visitor) : here(stay);
  const online = parts.team.online(account.id);
  return {
    at: parts.clock.now(),
    ...person,
    team: {
      isThere: parts.boxStates.stateFor(account, visitor).state === 'online',
      agents: online.map(({ face }) => face.id),
      groups: [...new Set(online.flatMap(({ groups }) => groups))],
    },
  };
}

type Person = Pick<BotFacts, 'person' | 'visitor' | 'page'> & { readonly isBlocked: boolean };

function here(stay: Stay): Person {
  const { name, email, phone, city, country, language, page, blocked } = stay.visitor;
  const shown = currentTab(stay)?.page ?? page;
  return {
    person: { name, email, phone, userId: stay.userId, city, country: named(country, language) },
    visitor: factsOfPerson(stay),
    page: { address: shown.url, title: shown.title },
    isBlocked: blocked,
  };
}

async function stored({ store, clock }: BotFactsParts, account: Account, visitor: VisitorId): Promise<Person> {
  const found = await store.details({ account: account.id, visitor });
  return found === null ? UNKNOWN : ofDetails(found, clock.now());
}

function ofDetails(details: StoredDetails, now: number): Person {
  const { name, email, phone, userId, blocked } = details.visitor;
  const { city, country, language, trail } = details;
  const page = trail.at(-1);
  return {
    person: { name, email, phone, userId, city, country: named(country, language) },
    visitor: factsOfStored(details),
    page: { address: page?.url ?? '', title: page?.title ?? '' },
    isBlocked: isInForce(blocked, now),
  };
}

const UNKNOWN: Person = {
  person: { name: null, email: null, phone: null, userId: null, city: null, country: null },
  visitor: undefined,
  page: { address: '', title: '' },
  isBlocked: false,
};

const named = (country: string | null, language: string | null): string | null =>
  country === null ? null : countryName(country, language);
