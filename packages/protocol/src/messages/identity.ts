import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { mendedText } from '../text.ts';

/**
 * What a page says about its visitor (I1). `null` or nothing but white space clears a field, an absent field stays. Variables
 * are merged key by key, and `domain/identity` keeps no more than `LIMITS.variables` of them; the loader flattens the older `{id: {label, value}}` shape to `{id: value}`.
 */
export const identity = z.strictObject({
  name: mendedText(LIMITS.name).nullable().optional(),
  email: mendedText(LIMITS.email).nullable().optional(),
  phone: mendedText(LIMITS.phone).nullable().optional(),
  group: mendedText(LIMITS.group).nullable().optional(),
  language: mendedText(LIMITS.language).nullable().optional(),
  /** I3: who this is in the site's own books, with the proof of it. */
  signed: z
    .discriminatedUnion('by', [
      /** Lower-case hex HMAC-SHA-256 of `userId` under the account's secret. */
      z.strictObject({
        by: z.literal('hmac'),
        userId: mendedText(LIMITS.userId).min(1),
        signature: z.string().regex(/^[0-9a-f]{64}$/i, 'not a signature'),
      }),
      /** HS256 under the account's secret, `sub` is the user id, `exp` at most a day ahead. */
      z.strictObject({ by: z.literal('jwt'), token: z.string().max(4_096) }),
    ])
    .optional(),
  variables: z
    .record(
      mendedText(LIMITS.variableKey).min(1),
      z.union([mendedText(LIMITS.variableValue), z.number(), z.boolean(), z.null()]),
    )
    .optional(),
});
export type Identity = z.infer<typeof identity>;
