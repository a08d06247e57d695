import type { Face } from '@vetrina/protocol/conversation';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { RuleBook } from '../automation/rule-book.ts';
import type { ChatbotRecords, LanguageModel, Webhooks } from '../chatbots/ports.ts';
import type { Counters } from '../platform/counters.ts';
import type { Ids } from '../platform/ids.ts';
import type { VisitorChange } from '../visitors/changes.ts';
import { type AutomationActions, type AutomationActionsParts, createAutomationActions } from './automation-actions.ts';
import { BotTalks, type BotTalksParts } from './bot-talks.ts';
import type { BoxStates } from './box-states.ts';
import type { Boxes } from './boxes.ts';
import { openingOf } from './openings.ts';
import { PageRules } from './page-rules.ts';
import { RuleContacts } from './rule-contacts.ts';
import type { SayLimits } from './say-limits.ts';
import type { Settlement } from './settlement.ts';
import type { TeamPresence } from './team-presence.ts';

export interface AutomationParts extends Omit<AutomationActionsParts, 'book' | 'chatbots'> {
  readonly ids: Pick<Ids, 'message' | 'rule'>;
  readonly bots: ChatbotRecords;
  readonly webhooks: Webhooks;
  readonly model: LanguageModel;
  readonly team: TeamPresence;
  readonly introduce: BotTalksParts['introduce'];
  readonly counters: Counters;
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
  /** Visitors' talks with chatbots. */
  readonly talks: BotTalks;
  /** What people do to the rules, and ask about them. */
  readonly actions: AutomationActions;
  stop(): void;
}

export function createAutomation(parts: AutomationParts): Automation {
  const { clock, automation: store, failed } = parts;
  const book = new RuleBook({ clock, store, failed });
  const pages = new PageRules({ ...parts, book });
  const bots = { ...parts, chatbots: parts.bots, talks: parts.bots };
  const talks = new BotTalks({ ...bots, contacts: () => contacts });
  const contacts: RuleContacts = new RuleContacts({
    ...{ ...parts, log: store, book, pages },
    opening: (account, action, stay) => openingOf(bots, account, action, stay),
    talkBegan: (key, pending) => talks.waitFor(key, pending),
  });
  return {
    ...{ book, pages, contacts, talks },
    actions: createAutomationActions({
      ...{ ...parts, book },
      chatbots: { has: async (account, id) => (await parts.bots.chatbot(account, id)) !== null },
    }),
    stop() {
      book.stop();
      talks.stop();
      pages.stop();
    },
  };
}
