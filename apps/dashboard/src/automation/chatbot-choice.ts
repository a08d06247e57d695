import type { ChatbotSummary } from '@vetrina/protocol/http/chatbots';

/** A chatbot of the account, as far as a rule that starts one has to know it. Only a published one talks to visitors. */
export type ChatbotChoice = Pick<ChatbotSummary, 'id' | 'name' | 'isPublished'>;
