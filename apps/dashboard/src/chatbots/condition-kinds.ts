import { answersGiven } from '@vetrina/domain/chatbots/check-flow';
import type { BotCondition, Flow } from '@vetrina/protocol/automation/flow';

export type BotAbout = BotCondition['about'];

/** In the order in which they are offered. */
export const ABOUTS = [
  ...(['team', 'answer'] as const),
  ...(['address', 'title'] as const),
  ...(['visitor', 'customer', 'visits', 'chats', 'group', 'variable'] as const),
  ...(['country', 'city', 'language', 'device', 'browser', 'os', 'referrer', 'campaign'] as const),
] as const satisfies readonly BotAbout[];

/** A condition that is whole from the beginning: what is saved by itself has to be. */
export function firstCondition(about: BotAbout, flow: Flow): BotCondition {
  switch (about) {
    case 'team':
      return { about, is: 'online' };
    case 'answer':
      return { about, name: [...answersGiven(flow.blocks)][0] ?? 'email', test: 'contains', value: '@' };
    case 'visitor':
      return { about, is: 'returning' };
    case 'customer':
      return { about, is: true };
    case 'visits':
    case 'chats':
      return { about, test: 'at-least', value: 2 };
    case 'country':
      return { about, test: 'is', values: ['IT'] };
    case 'language':
      return { about, test: 'is', values: ['it'] };
    case 'device':
      return { about, test: 'is', values: ['phone'] };
    case 'campaign':
      return { about, part: 'source', test: 'is', value: 'newsletter' };
    case 'variable':
      return { about, name: 'cart', test: 'at-least', value: '50' };
    case 'address':
      return { about, test: 'contains', value: '/cart' };
    case 'title':
    case 'city':
    case 'browser':
    case 'os':
    case 'referrer':
    case 'group':
      return { about, test: 'contains', value: EXAMPLES[about] };
  }
}

const EXAMPLES = { title: 'Sale', city: 'Roma', browser: 'Safari', os: 'Android', referrer: 'google', group: 'sales' };
