import { z } from 'zod';
import { agentId, flowBlockId, groupKey } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';
import { condition, VARIABLE_TESTS } from './conditions.ts';

/**
 * A7: what a chatbot does, as data: blocks, and where each of their exits leads. A draft may be unfinished: texts may be empty
 * and exits lead nowhere. What is missing is told by `domain/chatbots/check-flow.ts`, and only what is whole is published.
 */

/** The name under which an answer is kept: `{answer.order}` puts it into a text. */
export const answerName = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'not a name of an answer');

/** Where a path leads out of a block. The exits of replies are called like the replies. */
export const EXITS = ['next', 'other', 'given-up', 'yes', 'no', 'nobody', 'ok', 'failed', 'done', 'hand-over'] as const;
const replyId = z.string().regex(/^re[A-Za-z0-9_-]{8}$/, 'not a reply');
export const exit = z.union([z.enum(EXITS), replyId]);
export type Exit = z.infer<typeof exit>;

const place = z.int().min(-100_000).max(100_000);
/** Where a block stands on the canvas, px. */
export const point = z.strictObject({ x: place, y: place });
export type Point = z.infer<typeof point>;

const said = wireText(LIMITS.automaticText);
const block = { id: flowBlockId, at: point } as const;

export const reply = z.strictObject({ id: replyId, text: wireText(LIMITS.botReply) });
export type Reply = z.infer<typeof reply>;

/** Without replies the bot goes on at once (`next`); with them it waits, for one of them or for anything else (`other`). */
const messageBlock = z.strictObject({
  ...block,
  kind: z.literal('message'),
  text: said,
  replies: z.array(reply).max(LIMITS.botReplies),
});

export const ASKS = ['text', 'name', 'email', 'phone'] as const;
/** Exits `next` and `given-up`. A name, an e-mail address and a phone number also say who the visitor is (I1). */
const askBlock = z.strictObject({
  ...block,
  kind: z.literal('ask'),
  asks: z.enum(ASKS),
  text: said,
  /** What is said when the answer is not what was asked for; empty: the question again. */
  again: said,
  tries: z.int().min(1).max(5),
  keepAs: answerName,
});

/** What a path can be made to depend on: everything rules know, what was answered, whether somebody of the team is there. */
export const botCondition = z.discriminatedUnion('about', [
  ...condition.options,
  z.strictObject({
    about: z.literal('answer'),
    name: answerName,
    test: z.enum(VARIABLE_TESTS),
    value: wireText(LIMITS.ruleValue).trim().min(1),
  }),
  z.strictObject({ about: z.literal('team'), is: z.enum(['online', 'offline']) }),
]);
export type BotCondition = z.infer<typeof botCondition>;

/** Exits `yes` and `no`. */
const conditionBlock = z.strictObject({
  ...block,
  kind: z.literal('condition'),
  conditions: z.strictObject({
    match: z.enum(['all', 'any']),
    list: z.array(botCondition).max(LIMITS.ruleConditions),
  }),
});

const delayBlock = z.strictObject({
  ...block,
  kind: z.literal('delay'),
  seconds: z.int().min(1).max(LIMITS.ruleSeconds),
});

export const handOverTo = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('anyone') }),
  z.strictObject({ to: z.literal('agent'), agent: agentId }),
  z.strictObject({ to: z.literal('group'), group: groupKey }),
]);
export type HandOverTo = z.infer<typeof handOverTo>;

/** The bot is done once somebody is there. Exit `nobody`. */
const handOverBlock = z.strictObject({
  ...block,
  kind: z.literal('hand-over'),
  to: handOverTo,
  /** What the visitor is told; empty: nothing. */
  text: said,
});

/** What a webhook may be told of a visitor. */
export const WEBHOOK_FACTS = [
  'name',
  'email',
  'phone',
  'userId',
  'country',
  'city',
  'language',
  'group',
  'page',
] as const;
export type WebhookFact = (typeof WEBHOOK_FACTS)[number];

/** `order.lines.0.title` of the answer's JSON, kept as an answer. */
export const pick = z.strictObject({
  path: z
    .string()
    .max(LIMITS.pickPath)
    .regex(/^[^.\s]+(?:\.[^.\s]+)*$/, 'not a path'),
  keepAs: answerName,
});
export type Pick = z.infer<typeof pick>;

/** Exits `ok` (2xx with JSON, or without anything to pick) and `failed`. */
const webhookBlock = z.strictObject({
  ...block,
  kind: z.literal('webhook'),
  /** https. */
  address: wireText(LIMITS.url),
  facts: z.array(z.enum(WEBHOOK_FACTS)).max(WEBHOOK_FACTS.length),
  answers: z.array(answerName).max(LIMITS.botAnswers),
  picks: z.array(pick).max(LIMITS.picks),
  timeoutSeconds: z.int().min(1).max(20),
});

/** A language model talks with the visitor. Exits `done`, `hand-over` (it asks for a person) and `failed`. */
const modelBlock = z.strictObject({
  ...block,
  kind: z.literal('model'),
  instructions: wireText(LIMITS.botInstructions),
  /** Answers that it gives at most. */
  turns: z.int().min(1).max(20),
});

const endBlock = z.strictObject({ ...block, kind: z.literal('end'), resolves: z.boolean() });

export const flowBlock = z.discriminatedUnion('kind', [
  messageBlock,
  askBlock,
  conditionBlock,
  delayBlock,
  handOverBlock,
  webhookBlock,
  modelBlock,
  endBlock,
]);
export type FlowBlock = z.infer<typeof flowBlock>;
export type BlockKind = FlowBlock['kind'];
export type BlockOf<Kind extends BlockKind> = Extract<FlowBlock, { kind: Kind }>;
/** In the order in which they are offered. */
export const BLOCK_KINDS = [
  'message',
  'ask',
  'condition',
  'delay',
  'hand-over',
  'webhook',
  'model',
  'end',
] as const satisfies readonly BlockKind[];

export const connection = z.strictObject({ from: flowBlockId, exit, to: flowBlockId });
export type Connection = z.infer<typeof connection>;

/** Blocks have ids of their own, each exit leads to one place at most, and to one that exists. */
export const flow = z
  .strictObject({
    start: flowBlockId.nullable(),
    blocks: z.array(flowBlock).max(LIMITS.botBlocks),
    connections: z.array(connection).max(LIMITS.botBlocks * (LIMITS.botReplies + 1)),
  })
  .refine(({ start, blocks, connections }) => {
    const ids = new Set<string>(blocks.map(({ id }) => id));
    const exits = new Set(connections.map(({ from, exit }) => `${from} ${exit}`));
    const replies = blocks.flatMap((one) =>
      one.kind === 'message' ? one.replies.map(({ id }) => `${one.id} ${id}`) : [],
    );
    return (
      ids.size === blocks.length &&
      exits.size === connections.length &&
      new Set(replies).size === replies.length &&
      (start === null || ids.has(start)) &&
      connections.every(({ from, to }) => ids.has(from) && ids.has(to))
    );
  }, 'a flow that contradicts itself');
export type Flow = z.infer<typeof flow>;
