import type { Selectable } from 'kysely';

/** Browsers that hear pushes. */
export interface PushSchema {
  push_subscriptions: PushSubscriptionsTable;
}

export interface PushSubscriptionsTable {
  id: string;
  account_id: string;
  agent_id: string;
  session_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  language: string;
  browser: string | null;
  os: string | null;
  created_at: number;
  used_at: number;
}
export type PushSubscriptionRow = Selectable<PushSubscriptionsTable>;
