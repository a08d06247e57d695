import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';

/**
 * What a page says about its visitor (I1). `null` clears a field, an absent field stays. Variables are merged key by key;
 * the loader flattens the older `{id: {label, value}}` shape to `{id: value}`.
 */
export const identity = z.strictObject({
  name: wireText(LIMITS.name).nullable().optional(),
  email: wireText(LIMITS.email).nullable().optional(),
  phone: wireText(LIMITS.phone).nullable().optional(),
  group: wireText(LIMITS.group).nullable().optional(),
  language: wireText(LIMITS.language).nullable().optional(),
  variables: z
    .record(
      wireText(LIMITS.variableKey).min(1),
      z.union([wireText(LIMITS.variableValue), z.number(), z.boolean(), z.null()]),
    )
    .refine((variables) => Object.keys(variables).length <= LIMITS.variables, 'too many variables')
    .optional(),
});
export type Identity = z.infer<typeof identity>;
