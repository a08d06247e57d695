import type { Condition } from '@vetrina/protocol/automation/conditions';
import type { RuleDraft, Trigger } from '@vetrina/protocol/automation/rule';
import { LIMITS } from '@vetrina/protocol/limits';
import { isChoice, isNumber, isText } from './condition-kinds.ts';

/** What is wrong with a field; the sentence is `automation.problems.<problem>`. */
export type Problem = 'missing' | 'long' | 'strange' | 'number' | 'percent' | 'share' | 'seconds' | 'many';

/** Field → problem. Conditions go by their place: `who.0`, and `who.0.name` for a variable's name. */
export type Problems = ReadonlyMap<string, Problem>;

const MOST_NUMBER = 1_000_000;
const MOST_HELD_OUT = 50;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * What the server would refuse of a draft, beside the field it is about. Every screen would have to be sent Zod to ask the schema
 * itself: a test holds this against it.
 */
export function problemsOf({ name, logic, action, holdOut, goal }: RuleDraft): Problems {
  const { when, delay, where, who } = logic;
  const found: [string, Problem | null][] = [
    ['name', textProblem(name, LIMITS.ruleName)],
    ...momentProblems(when),
    ['delay', whole(delay, 0, LIMITS.ruleSeconds, 'seconds')],
    ['where', where.list.length > LIMITS.ruleConditions ? 'many' : null],
    ['who', who.list.length > LIMITS.ruleConditions ? 'many' : null],
    ...where.list.flatMap((condition, at) => conditionProblems(condition, `where.${at}`)),
    ...who.list.flatMap((condition, at) => conditionProblems(condition, `who.${at}`)),
    ['text', action.does === 'write' ? textProblem(action.text, LIMITS.automaticText) : null],
    ['holdOut', whole(holdOut, 0, MOST_HELD_OUT, 'share')],
    ['goal', goal && (goal.address === '' ? 'missing' : lengthProblem(goal.address, LIMITS.ruleValue))],
  ];
  return new Map(found.filter((pair): pair is [string, Problem] => pair[1] !== null));
}

function momentProblems(when: Trigger): [string, Problem | null][] {
  switch (when.on) {
    case 'time-on-page':
    case 'time-on-site':
    case 'unanswered':
      return [['seconds', whole(when.seconds, 0, LIMITS.ruleSeconds, 'seconds')]];
    case 'scrolled':
      return [['percent', whole(when.percent, 1, 100, 'percent')]];
    case 'event':
      return [['event', when.name === '' ? 'missing' : lengthProblem(when.name, LIMITS.eventName)]];
    case 'arrival':
    case 'page-opened':
    case 'exit-intent':
    case 'chat-opened':
      return [];
  }
}

/** The server would take this condition. */
export function isWhole(condition: Condition): boolean {
  return conditionProblems(condition, '').every(([, problem]) => problem === null);
}

function conditionProblems(condition: Condition, field: string): [string, Problem | null][] {
  if (isNumber(condition)) return [[field, whole(condition.value, 0, MOST_NUMBER, 'number')]];
  if (isChoice(condition)) return [[field, choiceProblem(condition)]];
  if (!isText(condition)) return [];
  const value: [string, Problem | null] = [field, textProblem(condition.value, LIMITS.ruleValue)];
  return condition.about === 'variable'
    ? [[`${field}.name`, textProblem(condition.name, LIMITS.variableKey)], value]
    : [value];
}

function choiceProblem(condition: Extract<Condition, { values: unknown }>): Problem | null {
  if (condition.values.length === 0) return 'missing';
  if (condition.values.length > LIMITS.ruleValues) return 'many';
  return condition.about === 'language' && condition.values.some((tag) => !LANGUAGE.test(tag)) ? 'strange' : null;
}

/** Of a text whose outer spaces do not count. The server measures before it trims. */
function textProblem(text: string, most: number): Problem | null {
  if (text.trim() === '') return 'missing';
  return lengthProblem(text, most);
}

function lengthProblem(text: string, most: number): Problem | null {
  if (text.length > most) return 'long';
  return text.isWellFormed() && !text.includes('\0') ? null : 'strange';
}

function whole(value: number, least: number, most: number, problem: Problem): Problem | null {
  return Number.isInteger(value) && least <= value && value <= most ? null : problem;
}
