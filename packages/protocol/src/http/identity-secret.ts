import { z } from 'zod';

/** I3: signed identity. The secret is shown to owners and admins only. */
export const identitySecret = z.strictObject({
  secret: z.string(),
  /** Unsigned identities are ignored. */
  demanded: z.boolean(),
});
export type IdentitySecret = z.infer<typeof identitySecret>;
export const demandSignature = z.strictObject({ demanded: z.boolean() });
