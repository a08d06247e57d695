import type { Plan } from '@vetrina/protocol/http/account';
import type { BoxSettings } from '@vetrina/protocol/http/box';
import { entitled, type Feature } from './entitlements.ts';

/** What of the box is bought, and whether these settings use it. */
const BOUGHT: readonly {
  readonly feature: Feature;
  readonly used: (box: BoxSettings) => boolean;
  readonly without: (box: BoxSettings) => BoxSettings;
}[] = [
  {
    feature: 'hide-box',
    used: (box) => box.hidden || box.hiddenOnPhones || box.hiddenWhenOffline,
    without: (box) => ({ ...box, hidden: false, hiddenOnPhones: false, hiddenWhenOffline: false }),
  },
  {
    feature: 'contact-form-online',
    used: (box) => box.form.beforeChat,
    without: (box) => ({ ...box, form: { ...box.form, beforeChat: false } }),
  },
  { feature: 'rating', used: (box) => box.rating, without: (box) => ({ ...box, rating: false }) },
  {
    feature: 'groups',
    used: (box) => box.form.group !== 'off',
    without: (box) => ({ ...box, form: { ...box.form, group: 'off' } }),
  },
];

/** P: the box as visitors get it: what the plan lacks counts as off, whatever was once saved. */
export function boxOnPlan(box: BoxSettings, plan: Plan): BoxSettings {
  return BOUGHT.reduce((left, { feature, without }) => (entitled(plan, feature) ? left : without(left)), box);
}

/**
 * P: what somebody on this plan turns on by this change without having it; null: nothing. What was on before (a standard
 * setting, or one from better days) may stay.
 */
export function boughtByChange(before: BoxSettings, after: BoxSettings, plan: Plan): Feature | null {
  const wanted = BOUGHT.find(({ feature, used }) => !entitled(plan, feature) && used(after) && !used(before));
  return wanted?.feature ?? null;
}
