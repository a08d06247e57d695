import { checkConditions } from '@vetrina/domain/automation/conditions';
import { concerns } from '@vetrina/domain/automation/for-page';
import type { Rule, RuleLogic } from '@vetrina/protocol/automation/rule';
import type { MatchesNow, Somebody } from '@vetrina/protocol/http/automation';
import { LIMITS } from '@vetrina/protocol/limits';
import type { Breathe } from '../platform/turns.ts';
import type { PersonHere } from './ports.ts';
import { factsOfPerson } from './visitor-facts.ts';

/** So many people are looked at before everybody else has a turn. */
const SLICE = 1_000;
const SAMPLE = 10;

export const somebodyOf = ({ visitor: { id, number, name } }: PersonHere): Somebody => ({ id, number, name });

/** A1: whose "where" and "who" hold at this moment, of those on the site. */
export async function matchesOf(here: Iterable<PersonHere>, logic: RuleLogic, breathe: Breathe): Promise<MatchesNow> {
  const sample: Somebody[] = [];
  let [people, of] = [0, 0];
  for (const person of here) {
    of += 1;
    if (of % SLICE === 0) await breathe();
    if (!isHere(person) || nearness(logic, person) !== 1) continue;
    people += 1;
    if (sample.length < SAMPLE) sample.push(somebodyOf(person));
  }
  return { people, of, sample };
}

/** A4: of those on the site the ones to explain a rule by: whom it wrote to, then whom it comes nearest to. */
export async function nearestTo<Person extends PersonHere>(
  here: Iterable<Person>,
  rule: Rule,
  breathe: Breathe,
): Promise<readonly Person[]> {
  const ranks: Person[][] = [[], [], [], []];
  let looked = 0;
  for (const person of here) {
    looked += 1;
    if (looked % SLICE === 0) await breathe();
    if (!isHere(person)) continue;
    const wroteTo = person.contacts.some(
      ({ by, visit }) => by.kind === 'rule' && by.rule === rule.id && visit === person.visit,
    );
    const rank = ranks[wroteTo ? 0 : nearness(rule.logic, person)];
    if (rank !== undefined && rank.length < LIMITS.explained) rank.push(person);
  }
  return ranks.flat().slice(0, LIMITS.explained);
}

const isHere = ({ visitor }: PersonHere): boolean => visitor.presence.state !== 'left';

/** 1: where and who hold; 2: who does; 3: neither. */
function nearness(logic: RuleLogic, person: PersonHere): 1 | 2 | 3 {
  if (!concerns(logic, factsOfPerson(person), null)) return 3;
  const { url: address, title } = person.visitor.page;
  return checkConditions(logic.where, { page: { address, title }, visitor: undefined }).holds === true ? 1 : 2;
}
