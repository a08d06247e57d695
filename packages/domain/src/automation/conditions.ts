import type { Condition, VisitorCondition } from '@vetrina/protocol/automation/conditions';
import type { Conditions } from '@vetrina/protocol/automation/rule';
import { numberHolds, textHolds } from './compare.ts';
import type { PageFacts, VisitorFacts } from './facts.ts';
import { allHold, anyHolds, type Verdict } from './verdict.ts';

/** What was found where a condition looks; null: nothing is known there. */
export type Found = string | number | boolean | null;

/** A4: one condition, what it found, and whether it holds. */
export interface Check {
  readonly condition: Condition;
  /** Undefined: it cannot be looked at from here. */
  readonly found: Found | undefined;
  readonly holds: Verdict;
}

export interface Checks {
  readonly holds: Verdict;
  readonly list: readonly Check[];
}

export function checkConditions(
  { match, list }: Conditions,
  facts: { readonly page: Pick<PageFacts, 'address' | 'title'>; readonly visitor: VisitorFacts | undefined },
): Checks {
  const checks = list.map((condition) => check(condition, facts));
  const verdicts = checks.map(({ holds }) => holds);
  return { holds: match === 'all' ? allHold(verdicts) : anyHolds(verdicts), list: checks };
}

function check(condition: Condition, { page, visitor }: Parameters<typeof checkConditions>[1]): Check {
  switch (condition.about) {
    case 'address':
    case 'title': {
      const found = page[condition.about];
      return { condition, found, holds: textHolds(found, condition.test, condition.value) };
    }
    default: {
      if (visitor === undefined) return { condition, found: undefined, holds: undefined };
      return { condition, ...look(condition, visitor) };
    }
  }
}

function look(condition: VisitorCondition, visitor: VisitorFacts): { readonly found: Found; readonly holds: boolean } {
  switch (condition.about) {
    case 'visitor':
      return { found: visitor.visits, holds: visitor.visits > 1 === (condition.is === 'returning') };
    case 'customer':
      return { found: visitor.customer, holds: visitor.customer === condition.is };
    case 'visits':
    case 'chats': {
      const found = visitor[condition.about];
      return { found, holds: numberHolds(found, condition.test, condition.value) };
    }
    case 'country':
    case 'device': {
      const found = visitor[condition.about];
      const isAmong = found !== null && (condition.values as readonly string[]).includes(found);
      return { found, holds: isAmong === (condition.test === 'is') };
    }
    case 'language': {
      const isAmong = condition.values.some((language) => speaks(visitor.language, language));
      return { found: visitor.language, holds: isAmong === (condition.test === 'is') };
    }
    case 'city':
    case 'browser':
    case 'os':
    case 'referrer':
    case 'group':
      return textFound(visitor[condition.about], condition);
    case 'campaign':
      return textFound(own(visitor.campaign, condition.part), condition);
    case 'variable': {
      const found = own(visitor.variables, condition.name);
      const { test, value } = condition;
      if (test !== 'at-least' && test !== 'at-most') return textFound(found, { test, value });
      const [number, wanted] = [numberOf(found), numberOf(value)];
      return { found, holds: number !== null && wanted !== null && numberHolds(number, test, wanted) };
    }
  }
}

function textFound(found: string | null, { test, value }: { test: Parameters<typeof textHolds>[1]; value: string }) {
  return { found, holds: textHolds(found ?? '', test, value) };
}

/** Keys are the visitor's: `constructor` is one like any other. */
function own(values: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}

/** `de-AT` speaks `de`, and `de` does not speak `de-AT`. */
function speaks(found: string | null, language: string): boolean {
  const [tag, wanted] = [found?.toLowerCase(), language.toLowerCase()];
  return tag === wanted || tag?.startsWith(`${wanted}-`) === true;
}

/** `214`, `214.50` and `214,50`; anything else is no number. */
function numberOf(text: string | null): number | null {
  return text !== null && /^\s*-?\d{1,15}(?:[.,]\d{1,9})?\s*$/.test(text) ? Number(text.replace(',', '.')) : null;
}
