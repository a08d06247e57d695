import type { Greeting } from '@vetrina/domain/automation/greeting';
import type { BotFacts } from '@vetrina/domain/chatbots/bot-state';
import { newBotState } from '@vetrina/domain/chatbots/bot-state';
import { type BotTurn, emptyGreeting, takeTurn } from '@vetrina/domain/chatbots/bot-turn';
import { step } from '@vetrina/domain/chatbots/step';
import type { AccountId, ChatbotId, MessageId } from '@vetrina/protocol/ids';
import type { ChatbotStore } from './ports.ts';

/** A chatbot's first turn, before its visitor has answered anything. */
export interface OpenedChatbot {
  readonly greeting: Greeting;
  readonly turn: BotTurn;
}

const NO_ID = '' as MessageId;

/** A7: what a published chatbot says first to this visitor; null: it is not there, or not published any more. */
export async function openChatbot(
  store: Pick<ChatbotStore, 'chatbot'>,
  account: AccountId,
  id: ChatbotId,
  facts: BotFacts,
  opensBox: boolean,
): Promise<OpenedChatbot | null> {
  const chatbot = await store.chatbot(account, id);
  if (chatbot === null || !chatbot.isPublished || chatbot.published === null) return null;
  const bot = { who: 'automation', name: chatbot.name, agent: null } as const;
  const stepped = step(chatbot.published, newBotState(chatbot.publishedAt ?? 0), { came: 'started' }, facts);
  const greeting = emptyGreeting(NO_ID, facts.at, bot, opensBox);
  const turn = takeTurn(stepped, { place: { in: 'greeting', greeting }, pending: null }, bot, {
    at: facts.at,
    newId: () => NO_ID,
  });
  return turn.place.in === 'greeting' ? { greeting: turn.place.greeting, turn } : null;
}
