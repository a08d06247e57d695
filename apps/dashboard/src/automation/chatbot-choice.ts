import type { ChatbotId } from '@vetrina/protocol/ids';

/** A chatbot of the account, as far as a rule that starts one has to know it. */
export interface ChatbotChoice {
  readonly id: ChatbotId;
  readonly name: string;
  /** Only a published one talks to visitors. */
  readonly isPublished: boolean;
}
