import { z } from 'zod';

/** I3: signed identity. The secrets are shown to owners and admins only. */
export const identitySecret = z.strictObject({
  /** For signatures of user ids. */
  secret: z.string(),
  /** For tokens (JWT). */
  tokenSecret: z.string(),
  /** Unsigned identities are ignored. */
  demanded: z.boolean(),
});
export type IdentitySecret = z.infer<typeof identitySecret>;
export const demandSignature = z.strictObject({ demanded: z.boolean() });
