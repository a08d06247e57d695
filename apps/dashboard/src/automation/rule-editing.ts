import { PRESET_RULES } from '@vetrina/domain/automation/presets';
import type { Preset, Rule, RuleDraft, RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';

/** When a rule may write, in the order in which it is offered. */
export const MOMENTS = [
  'arrival',
  'page-opened',
  'time-on-page',
  'time-on-site',
  'scrolled',
  'exit-intent',
  'event',
  'chat-opened',
  'unanswered',
] as const satisfies readonly Trigger['on'][];

const USUAL_SECONDS = 30;
const USUAL_PERCENT = 50;

/** A rule that nobody has saved yet. @param words what it begins with, in the author's language */
export function newDraft(preset: Preset | null, words: Pick<RuleDraft, 'name'> & { readonly text: string }): RuleDraft {
  const scratch: Pick<RuleDraft, 'logic' | 'repeat' | 'stopWhenAnswered'> = {
    logic: {
      when: { on: 'time-on-page', seconds: USUAL_SECONDS },
      delay: 0,
      where: { match: 'all', list: [] },
      who: { match: 'all', list: [] },
      schedule: { team: 'any', times: null },
    },
    repeat: 'visitor',
    stopWhenAnswered: true,
  };
  return {
    ...(preset === null ? scratch : PRESET_RULES[preset]),
    name: words.name,
    action: { does: 'write', text: words.text, from: null, opensBox: false },
    holdOut: 0,
    goal: null,
  };
}

/** What of a kept rule its author says. */
export function draftOf({ name, logic, action, repeat, stopWhenAnswered, holdOut, goal }: Rule): RuleDraft {
  return { name, logic, action, repeat, stopWhenAnswered, holdOut, goal };
}

/** The same rule at another moment; a time stays a time. */
export function withMoment(logic: RuleLogic, on: Trigger['on']): RuleLogic {
  return { ...logic, when: momentLike(logic.when, on) };
}

function momentLike(before: Trigger, on: Trigger['on']): Trigger {
  if (before.on === on) return before;
  switch (on) {
    case 'time-on-page':
    case 'time-on-site':
    case 'unanswered':
      return { on, seconds: 'seconds' in before ? before.seconds : USUAL_SECONDS };
    case 'scrolled':
      return { on, percent: USUAL_PERCENT };
    case 'event':
      return { on, name: '' };
    case 'arrival':
    case 'page-opened':
    case 'exit-intent':
    case 'chat-opened':
      return { on };
  }
}

/** A list with one element replaced. */
export function replaced<Element>(list: readonly Element[], at: number, by: Element): Element[] {
  return list.map((each, index) => (index === at ? by : each));
}

/** A list with one element less. */
export function without<Element>(list: readonly Element[], at: number): Element[] {
  return list.filter((_, index) => index !== at);
}

/** A list with the element at `from` at the place `to`, which may lie outside. */
export function moved<Element>(list: readonly Element[], from: number, to: number): readonly Element[] {
  const element = list[from];
  if (element === undefined) return list;
  const rest = without(list, from);
  const place = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, place), element, ...rest.slice(place)];
}
