import type { Face } from '@vetrina/protocol/conversation';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { openingOf } from '../automation/opening.ts';
import { RuleBook } from '../automation/rule-book.ts';
import type { Ids } from '../platform/ids.ts';
import type { VisitorChange } from '../visitors/changes.ts';
import { type AutomationActions, type AutomationActionsParts, createAutomationActions } from './automation-actions.ts';
import type { BoxStates } from './box-states.ts';
import type { Boxes } from './boxes.ts';
import { PageRules } from './page-rules.ts';
import { RuleContacts } from './rule-contacts.ts';
import type { SayLimits } from './say-limits.ts';
import type { Settlement } from './settlement.ts';

export interface AutomationParts extends Omit<AutomationActionsParts, 'book'> {
  readonly ids: Pick<Ids, 'message' | 'rule'>;
  readonly boxes: Boxes;
  readonly boxStates: BoxStates;
  readonly settlement: Settlement;
  readonly limits: SayLimits;
  readonly faceIn: (account: AccountId) => (agent: AgentId) => Face;
  readonly visitorChanged: (change: VisitorChange) => void;
  readonly failed: (reason: unknown) => void;
}

/** What is live of automatic messages. */
export interface Automation {
  /** Every account's rules, in memory. */
  readonly book: RuleBook;
  /** What pages are told of them. */
  readonly pages: PageRules;
  /** What pages report. */
  readonly contacts: RuleContacts;
  /** What people do to the rules, and ask about them. */
  readonly actions: AutomationActions;
  stop(): void;
}

export function createAutomation(parts: AutomationParts): Automation {
  const { clock, automation: store, failed } = parts;
  const book = new RuleBook({ clock, store, failed });
  const pages = new PageRules({ ...parts, book });
  const contacts = new RuleContacts({ ...parts, log: store, book, pages, opening: openingOf });
  return {
    ...{ book, pages, contacts, actions: createAutomationActions({ ...parts, book }) },
    stop() {
      book.stop();
      pages.stop();
    },
  };
}
