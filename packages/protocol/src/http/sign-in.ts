import { z } from 'zod';
import { wireText } from '../text.ts';
import { plan } from './account.ts';

const email = z.email().max(255);
const password = z.string().min(10).max(128);

export const signIn = z.strictObject({ email, password: z.string().min(1).max(128) });
export type SignIn = z.infer<typeof signIn>;

/** A new account with its owner. */
export const signUp = z.strictObject({
  name: wireText(100).trim().min(1),
  email,
  password,
  accountName: wireText(100).trim().min(1),
});
export type SignUp = z.infer<typeof signUp>;

/** The first-run wizard's request. */
export const firstRun = signUp.extend({
  /** What the server wrote on its standard output when it started; needed where `setup` says `codeWanted`. */
  setupCode: z.string().max(32).optional(),
});
export type FirstRun = z.infer<typeof firstRun>;

/** What the sign-in page needs to know before anyone is signed in. */
export const setup = z.strictObject({
  /** Nobody has signed up on this server yet: show the wizard. */
  firstRun: z.boolean(),
  /** The wizard has to be told the setup code: it was opened from elsewhere than the server's own machine. */
  codeWanted: z.boolean(),
  signUpOpen: z.boolean(),
  /** The server can send e-mail. */
  mail: z.boolean(),
  /** Demo only. */
  demoLogins: z.array(z.strictObject({ plan, email: z.string(), password: z.string(), name: z.string() })),
});
export type Setup = z.infer<typeof setup>;

/** One-time admission to `/ws/agent`. */
export const agentTicket = z.strictObject({ ticket: z.string(), expiresInMs: z.number() });
export type AgentTicket = z.infer<typeof agentTicket>;
