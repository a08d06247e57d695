import type { BlockOf, BotCondition } from '@vetrina/protocol/automation/flow';
import { checkConditions } from '../automation/conditions.ts';
import type { BotFacts } from './bot-state.ts';

type Conditions = BlockOf<'condition'>['conditions'];

/** A7: which way a condition sends the visitor. What is not known does not hold. */
export function conditionsHold(
  { match, list }: Conditions,
  answers: Readonly<Record<string, string>>,
  facts: BotFacts,
): boolean {
  const holds = (condition: BotCondition): boolean => {
    switch (condition.about) {
      case 'team':
        return facts.team.isThere === (condition.is === 'online');
      case 'answer':
        return answerHolds(condition, answers, facts);
      default:
        return checkConditions({ match: 'all', list: [condition] }, facts).holds === true;
    }
  };
  return match === 'all' || list.length === 0 ? list.every(holds) : list.some(holds);
}

/** Answers are held against a value like the facts that a page tells (I1). */
function answerHolds(
  { name, test, value }: Extract<BotCondition, { about: 'answer' }>,
  answers: Readonly<Record<string, string>>,
  { page }: BotFacts,
): boolean {
  const list = [{ about: 'variable', name, test, value }] as const;
  return checkConditions({ match: 'all', list }, { page, visitor: { ...NOBODY, variables: answers } }).holds === true;
}

const NOBODY = {
  ...{ visits: 1, chats: 0, customer: false, country: null, city: null, device: null, browser: null, os: null },
  ...{ language: null, group: null, referrer: null, campaign: {} },
};
