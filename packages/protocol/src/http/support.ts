import { z } from 'zod';
import { accountKey, groupKey } from '../ids.ts';
import { plan, role } from './account.ts';
import type { Route } from './route.ts';

/** S1: who an agent is to the operator. The signature proves the id alone (I3). */
const supportCustomer = z.strictObject({
  userId: z.string(),
  /** Lower-case hex HMAC-SHA-256 of the id under the support account's secret. */
  signature: z.string(),
  name: z.string(),
  email: z.string(),
  account: z.string(),
  plan,
  role,
  /** A group of the support account: where those come first who shall; null: none. */
  group: groupKey.nullable(),
});

/** S1: the operator's own chat box inside the dashboard. */
export const support = z.discriminatedUnion('is', [
  /** The operator has named no account that answers. */
  z.strictObject({ is: z.literal('off') }),
  /** The account's plan has none; this is the cheapest that has. */
  z.strictObject({ is: z.literal('plan'), plan }),
  /** The operator's own account, which answers the others. */
  z.strictObject({ is: z.literal('own') }),
  z.strictObject({
    is: z.literal('chat'),
    /** Of the account that answers. */
    key: accountKey,
    /** Its name, as visitors of its own see it. */
    name: z.string(),
    customer: supportCustomer,
  }),
]);
export type Support = z.infer<typeof support>;

export const SUPPORT_ROUTES = {
  support: { method: 'GET', path: '/api/v1/support', who: 'agent', answer: support },
} as const satisfies Record<string, Route>;
