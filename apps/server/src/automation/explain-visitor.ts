import { type Contact, type Moment, talkOf } from '@vetrina/domain/automation/contact-budget';
import type { Explained } from '@vetrina/domain/automation/explain';
import type { RuleFacts } from '@vetrina/domain/automation/facts';
import type { Conversation } from '@vetrina/domain/conversation';
import type { PageViewId } from '@vetrina/protocol/ids';
import type { StoredDetails } from '../visitors/ports.ts';
import type { PersonHere } from './ports.ts';
import { factsOfPerson, factsOfStored } from './visitor-facts.ts';

/** Nobody watches from here what happens on a page. */
const UNWATCHED = { scrolled: undefined, leavingAt: undefined, events: undefined };
const NO_PAGE = '' as PageViewId;

/** A4: somebody on the site, as rules see them at `at`. */
export function explainedPerson(
  person: PersonHere,
  page: { readonly id: PageViewId; readonly openedAt: number | null } | null,
  newest: Conversation | null,
  teamIsThere: boolean | undefined,
  at: number,
): Explained {
  const { visitor, visit, contacts } = person;
  const moment: Moment = { at, visit, page: page?.id ?? NO_PAGE };
  const facts = {
    ...{ visitor: factsOfPerson(person), visitStartedAt: visitor.visitStartedAt, chatOpenedAt: undefined, teamIsThere },
    page: { address: visitor.page.url, title: visitor.page.title, openedAt: page?.openedAt ?? undefined, ...UNWATCHED },
  };
  return explained(facts, contacts, newest, moment);
}

/** The same of somebody who left, at the end of their last visit; null: they were never here. */
export function explainedStored(
  stored: StoredDetails,
  contacts: readonly Contact[],
  newest: Conversation | null,
): Explained | null {
  const [last] = stored.visits;
  if (last === undefined) return null;
  const page = stored.trail.at(-1);
  const at = last.endedAt ?? stored.visitor.lastSeenAt;
  const facts = {
    ...{ visitor: factsOfStored(stored), visitStartedAt: last.startedAt },
    ...{ chatOpenedAt: undefined, teamIsThere: undefined },
    page: { address: page?.url ?? '', title: page?.title ?? '', openedAt: page?.at, ...UNWATCHED },
  };
  return explained(facts, contacts, newest, { at, visit: last.id, page: page?.id ?? NO_PAGE });
}

function explained(
  facts: Omit<RuleFacts, 'waitingSince'>,
  contacts: readonly Contact[],
  newest: Conversation | null,
  moment: Moment,
): Explained {
  const { visitStartedAt } = facts;
  const talk = talkOf(newest, lastAnswer(newest), { visitStartedAt, at: moment.at });
  return { facts: { ...facts, waitingSince: talk.waitingSince }, contacts, talk, moment };
}

/** When the team last wrote, as far as the conversation tells without its log. */
function lastAnswer(newest: Conversation | null): number | null {
  if (newest === null || newest.lastMessage === null) return null;
  return newest.lastMessage.by === 'agent' || newest.agents.length > 0 ? newest.lastMessage.at : null;
}
