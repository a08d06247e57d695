import type { Condition, PageCondition, VisitorCondition } from '@vetrina/protocol/automation/conditions';

export type About = Condition['about'];
export type VisitorAbout = VisitorCondition['about'];

/** In the order in which they are offered. */
export const PAGE_ABOUTS = ['address', 'title'] as const satisfies readonly PageCondition['about'][];
export const VISITOR_ABOUTS = {
  person: ['visitor', 'customer', 'visits', 'chats', 'group', 'variable'],
  place: ['country', 'city', 'language'],
  means: ['device', 'browser', 'os'],
  origin: ['referrer', 'campaign'],
} as const satisfies Record<string, readonly VisitorAbout[]>;
export const VISITOR_ABOUT_GROUPS = Object.keys(VISITOR_ABOUTS) as (keyof typeof VISITOR_ABOUTS)[];

/** A condition as it begins, before anything was said. */
export function blankCondition(about: About): Condition {
  switch (about) {
    case 'visitor':
      return { about, is: 'new' };
    case 'customer':
      return { about, is: true };
    case 'visits':
    case 'chats':
      return { about, test: 'at-least', value: about === 'visits' ? 3 : 1 };
    case 'country':
      return { about, test: 'is', values: [] };
    case 'language':
      return { about, test: 'is', values: [] };
    case 'device':
      return { about, test: 'is', values: ['phone'] };
    case 'campaign':
      return { about, part: 'source', test: 'is', value: '' };
    case 'variable':
      return { about, name: '', test: 'is', value: '' };
    case 'city':
    case 'browser':
    case 'os':
    case 'group':
      return { about, test: 'is', value: '' };
    case 'address':
    case 'title':
    case 'referrer':
      return { about, test: 'contains', value: '' };
  }
}

/** The same condition about something else: what can be kept of how and against what it tests is kept. */
export function conditionAbout(before: Condition, about: About): Condition {
  const blank = blankCondition(about);
  if (before.about === about) return before;
  if (isText(before) && isText(blank)) {
    const isKept = (before.test !== 'at-least' && before.test !== 'at-most') || blank.about === 'variable';
    return { ...blank, ...(isKept && before.value !== '' && { test: before.test }), value: before.value } as Condition;
  }
  if (isNumber(before) && isNumber(blank)) return { ...blank, test: before.test, value: before.value };
  if (isChoice(before) && isChoice(blank)) return { ...blank, test: before.test };
  return blank;
}

type TextCondition = Extract<Condition, { value: string }>;
type NumberCondition = Extract<Condition, { value: number }>;
type ChoiceCondition = Extract<Condition, { values: unknown }>;

export function isText(condition: Condition): condition is TextCondition {
  return 'value' in condition && typeof condition.value === 'string';
}

export function isNumber(condition: Condition): condition is NumberCondition {
  return 'value' in condition && typeof condition.value === 'number';
}

export function isChoice(condition: Condition): condition is ChoiceCondition {
  return 'values' in condition;
}
