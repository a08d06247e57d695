import { cheapestPlanWith, entitled, type Feature } from '@vetrina/domain/entitlements';
import type { Plan } from '@vetrina/protocol/http/account';
import { Refusal } from './refusal.ts';

/** P: what a plan does not have is refused. @throws Refusal `plan_required`, naming the cheapest plan that has it */
export function demandFeature(plan: Plan, feature: Feature): void {
  if (!entitled(plan, feature)) throw new Refusal('plan_required', { plan: cheapestPlanWith(feature) });
}
