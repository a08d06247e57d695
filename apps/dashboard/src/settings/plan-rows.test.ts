import type { Feature, PlanLimit } from '@vetrina/domain/entitlements';
import { expect, test } from 'vitest';
import { PLAN_ROWS } from './plan-rows.ts';

/** Said by a neighbour's words: search and filters, automatic messages and chatbots, support chat. */
type Implied = 'filters' | 'chatbots' | 'support-chat-first';
type Missing = Exclude<Feature | PlanLimit, (typeof PLAN_ROWS)[number] | Implied>;

/** A feature that no row names is a type error here. */
const missing: Readonly<Record<Missing, never>> = {};

test('P: whatever a plan has or has not stands in the table, once', () => {
  expect(missing).toEqual({});
  expect(new Set(PLAN_ROWS).size).toBe(PLAN_ROWS.length);
});
