import { answersGiven } from '@vetrina/domain/chatbots/check-flow';
import type { Condition } from '@vetrina/protocol/automation/conditions';
import type { BotCondition, Flow } from '@vetrina/protocol/automation/flow';
import { type About, blankCondition, isText } from '../automation/condition-kinds.ts';
import { isWhole } from '../automation/draft-problems.ts';

export type BotAbout = BotCondition['about'];

/** What only chatbots look at. */
export const BOT_ABOUTS = ['team', 'answer'] as const satisfies readonly BotAbout[];

/** What stands where a rule's condition begins empty: what is saved by itself is whole from the beginning. */
const EXAMPLES: Readonly<Partial<Record<About, string>>> = {
  ...{ address: '/cart', title: 'Sale', city: 'Roma', browser: 'Safari', os: 'Android', referrer: 'google' },
  ...{ group: 'sales', variable: '50', campaign: 'newsletter' },
};

export function firstCondition(about: BotAbout, flow: Flow): BotCondition {
  switch (about) {
    case 'team':
      return { about, is: 'online' };
    case 'answer':
      return { about, name: [...answersGiven(flow.blocks)][0] ?? 'email', test: 'contains', value: '@' };
    case 'country':
      return { about, test: 'is', values: ['IT'] };
    case 'language':
      return { about, test: 'is', values: ['it'] };
    case 'variable':
      return { about, name: 'cart', test: 'at-least', value: '50' };
    default: {
      const blank = blankCondition(about);
      return isText(blank) ? { ...blank, value: EXAMPLES[about] ?? '' } : blank;
    }
  }
}

/** What of a condition can be saved, with what is typed at its edges taken off; null while it is not whole. */
export function wholeCondition(typed: Condition): Condition | null {
  const trimmed = trimmedCondition(typed);
  return isWhole(trimmed) ? trimmed : null;
}

function trimmedCondition(typed: Condition): Condition {
  if (!isText(typed)) return typed;
  const value = typed.value.trim();
  return typed.about === 'variable' ? { ...typed, name: typed.name.trim(), value } : { ...typed, value };
}
