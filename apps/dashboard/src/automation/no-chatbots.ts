import type { ChatbotChoice } from './chatbot-choice.ts';

/** Without any, a rule can only write. */
export const NO_CHATBOTS: readonly ChatbotChoice[] = [];
