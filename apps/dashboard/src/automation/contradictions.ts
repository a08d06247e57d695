import { numberHolds, textHolds } from '@vetrina/domain/automation/compare';
import { fold } from '@vetrina/domain/fold';
import type { Condition, TextTest } from '@vetrina/protocol/automation/conditions';
import type { Conditions } from '@vetrina/protocol/automation/rule';
import { isChoice, isNumber, isText } from './condition-kinds.ts';

/** Beyond every number that a visit is compared with, so that gaps between conditions are seen. */
const FAR = 1_000_002;

/** Of conditions that all have to hold: the first two of which never both do, by their places. Null: they may. */
export function contradictionIn({ match, list }: Conditions): readonly [number, number] | null {
  if (match === 'any') return null;
  for (const [second, condition] of list.entries()) {
    const first = list.slice(0, second).findIndex((before) => exclude(before, condition));
    if (first >= 0) return [first, second];
  }
  return null;
}

/** Can the two never hold together? False where that cannot be told. */
export function exclude(one: Condition, other: Condition): boolean {
  if (one.about === 'visitor' && other.about === 'visits') return visitsExclude(one.is, other);
  if (one.about === 'visits' && other.about === 'visitor') return visitsExclude(other.is, one);
  if (one.about === 'visitor' && other.about === 'visitor') return one.is !== other.is;
  if (one.about === 'customer' && other.about === 'customer') return one.is !== other.is;
  if (one.about !== other.about) return false;
  if (isNumber(one) && isNumber(other)) return numbersExclude(one, other);
  if (isChoice(one) && isChoice(other)) return choicesExclude(one, other);
  return isText(one) && isText(other) && isSameSubject(one, other) && textsExclude(one, other);
}

type Numbers = Extract<Condition, { value: number }>;

function visitsExclude(is: 'new' | 'returning', visits: Numbers): boolean {
  return is === 'new' ? !numberHolds(1, visits.test, visits.value) : visits.test !== 'at-least' && visits.value < 2;
}

function numbersExclude(one: Numbers, other: Numbers): boolean {
  // What one allows begins or ends at its own value: if any number serves both, one of these does.
  const candidates = [one.value, other.value, 0, FAR];
  return !candidates.some((n) => numberHolds(n, one.test, one.value) && numberHolds(n, other.test, other.value));
}

type Choices = Extract<Condition, { values: unknown }>;

function choicesExclude(one: Choices, other: Choices): boolean {
  const [wanted, second] = one.test === 'is' ? [one, other] : [other, one];
  if (wanted.test === 'is-not') return false;
  const covers = one.about === 'language' ? isSpokenBy : (narrow: string, wide: string) => narrow === wide;
  const [values, others]: (readonly string[])[] = [wanted.values, second.values];
  if (values === undefined || others === undefined || values.length === 0 || others.length === 0) return false;
  if (second.test === 'is-not') return values.every((value) => others.some((none) => covers(value, none)));
  return !values.some((value) => others.some((each) => covers(value, each) || covers(each, value)));
}

/** Whoever speaks `narrow` speaks `wide`: `de-AT` and `de`. */
function isSpokenBy(narrow: string, wide: string): boolean {
  return `${narrow.toLowerCase()}-`.startsWith(`${wide.toLowerCase()}-`);
}

type Texts = Extract<Condition, { value: string }>;

function isSameSubject(one: Texts, other: Texts): boolean {
  if (one.about === 'campaign' && other.about === 'campaign') return one.part === other.part;
  if (one.about === 'variable' && other.about === 'variable') return one.name.trim() === other.name.trim();
  return true;
}

function textsExclude(one: Texts, other: Texts): boolean {
  if (one.value.trim() === '' || other.value.trim() === '') return false;
  const [a, b] = [textOf(one), textOf(other)];
  // Numbers in a variable: only what is said of texts can be told.
  return a !== null && b !== null && (denies(a, b) || denies(b, a));
}

interface Told {
  readonly test: TextTest;
  readonly value: string;
}

function textOf({ test, value }: Texts): Told | null {
  return test === 'at-least' || test === 'at-most' ? null : { test, value: value.trim() };
}

/** Does the first leave nothing for the second? */
function denies(first: Told, second: Told): boolean {
  const [one, other] = [fold(first.value), fold(second.value)];
  switch (first.test) {
    case 'is':
      return !textHolds(first.value, second.test, second.value);
    case 'contains':
      return second.test === 'contains-not' && one.includes(other);
    case 'starts-with':
      if (second.test === 'contains-not') return one.includes(other);
      return second.test === 'starts-with' && !one.startsWith(other) && !other.startsWith(one);
    case 'matches':
    case 'is-not':
    case 'contains-not':
      return false;
  }
}
