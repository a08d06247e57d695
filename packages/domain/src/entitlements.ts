import { PLANS, type Plan } from '@vetrina/protocol/http/account';

type Having = Readonly<Record<Plan, boolean>>;
type Amounts = Readonly<Record<Plan, number>>;

const EVERY_PLAN: Having = { FREE: true, STANDARD: true, PRO: true };
const PAID: Having = { FREE: false, STANDARD: true, PRO: true };
const PRO_ONLY: Having = { FREE: false, STANDARD: false, PRO: true };

/** P: what an account may do, by its plan. The one table: nothing else in the code knows what a plan has. */
const FEATURES = {
  visitors: EVERY_PLAN,
  search: EVERY_PLAN,
  filters: EVERY_PLAN,
  identification: EVERY_PLAN,
  'incoming-chats': EVERY_PLAN,
  /** V8. */
  'open-conversation': PAID,
  blocking: PAID,
  'contact-form-online': PAID,
  'hide-box': PAID,
  rating: PAID,
  'automatic-messages': PAID,
  chatbots: PAID,
  shortcuts: EVERY_PLAN,
  'team-shortcuts': PRO_ONLY,
  /** C8. */
  'missed-conversation-mails': PAID,
  statistics: PAID,
  'statistics-per-agent': PRO_ONLY,
  groups: PRO_ONLY,
  'office-hours': PRO_ONLY,
  export: PRO_ONLY,
  webhooks: PRO_ONLY,
  /** S1. */
  'support-chat': PAID,
  'support-chat-first': PRO_ONLY,
} as const satisfies Record<string, Having>;

/** P: how much of something an account may have; `Infinity`: as much as it likes. */
const AMOUNTS = {
  agents: { FREE: 1, STANDARD: 3, PRO: 10 },
  /** Conversations that automatic messages and chatbots begin, per calendar month. */
  'automated-conversations': { FREE: 0, STANDARD: 100, PRO: 10_000 },
  shortcuts: { FREE: 1, STANDARD: Number.POSITIVE_INFINITY, PRO: Number.POSITIVE_INFINITY },
} as const satisfies Record<string, Amounts>;

export type Feature = keyof typeof FEATURES;
export type PlanLimit = keyof typeof AMOUNTS;

/** May an account on this plan use the feature? The refusal is `plan_required`. */
export function entitled(plan: Plan, feature: Feature): boolean {
  return FEATURES[feature][plan];
}

/** How many an account on this plan may have; `Infinity`: no limit. */
export function limitOf(plan: Plan, limit: PlanLimit): number {
  return AMOUNTS[limit][plan];
}

/** The plan to name when a feature is refused. */
export function cheapestPlanWith(feature: Feature): Plan {
  return PLANS.find((plan) => entitled(plan, feature)) ?? 'PRO';
}

/** The plan to name when a limit is reached: the cheapest that allows `amount`; null: none does. */
export function cheapestPlanAllowing(limit: PlanLimit, amount: number): Plan | null {
  return PLANS.find((plan) => limitOf(plan, limit) >= amount) ?? null;
}
