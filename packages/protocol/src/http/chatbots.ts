import { z } from 'zod';
import { exit, flow, pick } from '../automation/flow.ts';
import { chatbotId, flowBlockId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';

const name = wireText(LIMITS.chatbotName).trim().min(1);
/** ms since 1970. */
const moment = z.number();

const kept = {
  id: chatbotId,
  name,
  isPublished: z.boolean(),
  /** When what is published was made so; null: never. */
  publishedAt: moment.nullable(),
  createdAt: moment,
  changedAt: moment,
} as const;

/**
 * A7: `published` is what visitors talk with once a rule starts it, and stays as it is while the draft is worked on. It is kept
 * when it is unpublished: conversations that are under way end with it, new ones do not begin.
 */
export const chatbot = z.strictObject({ ...kept, draft: flow, published: flow.nullable() });
export type Chatbot = z.infer<typeof chatbot>;

export const chatbotSummary = z.strictObject({
  ...kept,
  blocks: z.int(),
  /** The draft is not what is published. */
  isChanged: z.boolean(),
  /** Visitors who were written to, and of them who answered. */
  started: z.int(),
  answered: z.int(),
});
export type ChatbotSummary = z.infer<typeof chatbotSummary>;
/** Newest first. */
export const chatbots = z.array(chatbotSummary);

export const newChatbot = z.strictObject({ name, draft: flow });
export type NewChatbot = z.infer<typeof newChatbot>;

/** `changedAt`: of the state that was changed. Another one since: `changed_meanwhile`. */
export const chatbotDraft = newChatbot.extend({ changedAt: moment });
export type ChatbotDraft = z.infer<typeof chatbotDraft>;
export const publishing = z.strictObject({ changedAt: moment });

/** Since it was last published. A block that is gone since is left out. */
export const chatbotStatistics = z.strictObject({
  since: moment.nullable(),
  started: z.int(),
  answered: z.int(),
  blocks: z.array(
    z.strictObject({
      block: flowBlockId,
      entered: z.int(),
      /** The conversation with the bot ended there. */
      ended: z.int(),
      exits: z.array(z.strictObject({ exit, times: z.int() })),
    }),
  ),
});
export type ChatbotStatistics = z.infer<typeof chatbotStatistics>;

const values = z.record(z.string(), wireText(LIMITS.url).nullable());
/** What is sent to a webhook: `body` as JSON by POST. */
export const webhookCall = z.strictObject({
  address: wireText(LIMITS.url),
  body: z.strictObject({ visitor: values, answers: values }),
  picks: z.array(pick).max(LIMITS.picks),
  timeoutMs: z.int().min(1_000).max(20_000),
});
export type WebhookCall = z.infer<typeof webhookCall>;

export const WEBHOOK_FAILURES = ['address', 'unreachable', 'timed-out', 'status', 'not-json', 'too-large'] as const;
/** What the block would take from the answer. */
export const webhookOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('ok'), answers: z.record(z.string(), z.string()) }),
  z.strictObject({
    outcome: z.literal('failed'),
    because: z.enum(WEBHOOK_FAILURES),
    /** What HTTP said, if it did. */
    status: z.int().nullable(),
  }),
]);
export type WebhookOutcome = z.infer<typeof webhookOutcome>;

/** What a language model is asked: who said what, oldest first. */
export const modelCall = z.strictObject({
  instructions: wireText(LIMITS.botInstructions + 2_000),
  messages: z
    .array(z.strictObject({ by: z.enum(['visitor', 'bot']), text: wireText(LIMITS.modelText) }))
    .max(LIMITS.modelHistory),
});
export type ModelCall = z.infer<typeof modelCall>;

export const MODEL_FAILURES = ['not-configured', 'unreachable', 'timed-out', 'refused', 'no-answer'] as const;
export const modelOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('ok'), text: z.string() }),
  z.strictObject({ outcome: z.literal('failed'), because: z.enum(MODEL_FAILURES) }),
]);
export type ModelOutcome = z.infer<typeof modelOutcome>;

export const chatbotSurroundings = z.strictObject({
  /** The operator has configured a language model. */
  model: z.boolean(),
});
export type ChatbotSurroundings = z.infer<typeof chatbotSurroundings>;
