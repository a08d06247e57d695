import { accountId, agentId, conversationId, pushDeviceId } from '@vetrina/protocol/ids';
import { pushPayload } from '@vetrina/protocol/push';
import { z } from 'zod';

/**
 * Everything that is ever put off, and what has to be known to do it. A payload outlives its process: a shape may gain
 * optional fields, nothing else.
 */
export const job = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('send-mail'),
    payload: z.strictObject({
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      replyTo: z.string().optional(),
    }),
  }),
  /** C5, C8: has somebody looked after this visitor meanwhile? If not, the team is mailed. */
  z.strictObject({
    kind: z.literal('tell-the-team'),
    payload: z.strictObject({
      because: z.enum(['offline', 'missed']),
      account: accountId,
      conversation: conversationId,
      /** The visitor's message it began with. */
      seq: z.int(),
    }),
  }),
  /** C4: the conversation as it reads when the job runs. */
  z.strictObject({
    kind: z.literal('send-transcript'),
    payload: z.strictObject({ account: accountId, conversation: conversationId, to: z.string() }),
  }),
  /** C8: one message to one device. */
  z.strictObject({
    kind: z.literal('push'),
    payload: z.strictObject({ account: accountId, agent: agentId, device: pushDeviceId, payload: pushPayload }),
  }),
  z.strictObject({ kind: z.literal('remove-unsaid-files'), payload: z.strictObject({}) }),
]);
export type Job = z.infer<typeof job>;
export type JobKind = Job['kind'];
export type JobOf<Kind extends JobKind> = Extract<Job, { readonly kind: Kind }>;
