import type { RuleAction } from '@vetrina/protocol/automation/rule';
import type { Account } from '@vetrina/protocol/http/account';
import { openingMessage } from '../automation/opening.ts';
import type { Opening } from '../automation/write-to-visitor.ts';
import { openChatbot } from '../chatbots/open-chatbot.ts';
import type { ChatbotStore } from '../chatbots/ports.ts';
import type { Stay } from '../visitors/stay.ts';
import { type BotFactsParts, botFacts } from './bot-facts.ts';

export interface OpeningsParts extends BotFactsParts {
  readonly chatbots: Pick<ChatbotStore, 'chatbot'>;
}

/** What a rule says first to this visitor, by itself or through a chatbot; null: that is not there any more. */
export async function openingOf(
  parts: OpeningsParts,
  account: Account,
  action: RuleAction,
  { visitor }: Stay,
): Promise<Opening | null> {
  switch (action.does) {
    case 'write':
      return openingMessage(account, action, visitor);
    case 'start-chatbot': {
      const facts = await botFacts(parts, account, visitor.id);
      const opened = await openChatbot(parts.chatbots, account.id, action.chatbot, facts, action.opensBox);
      if (opened === null) return null;
      const { greeting, turn } = opened;
      const { state, pending, counts } = turn;
      return { ...greeting, bot: { chatbot: action.chatbot, state, pending, counts } };
    }
  }
}
