import { z } from 'zod';
import { session } from './account.ts';

/** Answer to a sign-in: signed in, or one more step on the way. */
export const signedIn = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('done'), session }),
  z.strictObject({ step: z.literal('second-factor') }),
]);
export type SignedIn = z.infer<typeof signedIn>;

/** Six digits of the authenticator, or one of the recovery codes. */
export const secondFactorCode = z.strictObject({ code: z.string().trim().min(6).max(40) });
export type SecondFactorCode = z.infer<typeof secondFactorCode>;

export const passwordAgain = z.strictObject({ password: z.string().min(1).max(128) });

/** Whether the person who asks signs in with a second factor. */
export const secondFactorState = z.strictObject({ on: z.boolean() });
export type SecondFactorState = z.infer<typeof secondFactorState>;

/** What an authenticator app needs, shown once. */
export const secondFactorOffer = z.strictObject({
  /** `otpauth://` address for the QR code. */
  address: z.string(),
  /** The same to type. */
  secret: z.string(),
  recoveryCodes: z.array(z.string()),
});
export type SecondFactorOffer = z.infer<typeof secondFactorOffer>;

export const passwordChange = z.strictObject({
  current: z.string().min(1).max(128),
  fresh: z.string().min(10).max(128),
});
export type PasswordChange = z.infer<typeof passwordChange>;

export const forgotPassword = z.strictObject({ email: z.email().max(255) });
export const freshPassword = z.strictObject({ password: z.string().min(10).max(128) });
