import type { Conditions, RuleDraft } from '@vetrina/protocol/automation/rule';
import type { Calendar } from '@vetrina/protocol/automation/schedule';
import { contradictionIn } from './contradictions.ts';

/** What is allowed and yet hardly meant. The sentence is `automation.cautions.<caution>`. */
export type Caution =
  /** A1.5: the account cuts this parameter from every address. */
  | { readonly caution: 'cut-parameter'; readonly parameter: string }
  /** Never holds together with the condition at this place. */
  | { readonly caution: 'contradiction'; readonly with: number }
  | { readonly caution: 'no-visit' }
  | { readonly caution: 'empty-hours' | 'dates-backwards' | 'dates-over' };

/** Field → caution, the fields named as in `problemsOf`, and `hours`, `dates`. */
export type Cautions = ReadonlyMap<string, Caution>;

/** @param today in the schedule's place, as `2026-12-08` */
export function cautionsOf(
  { logic: { where, who, schedule }, goal }: RuleDraft,
  keptParameters: readonly string[],
  today: string,
): Cautions {
  const found: [string, Caution | null][] = [
    ...contradictions(where, 'where'),
    ...contradictions(who, 'who'),
    ...who.list.map((condition, at): [string, Caution | null] => [
      `who.${at}`,
      condition.about === 'visits' && condition.test !== 'at-least' && condition.value < 1
        ? { caution: 'no-visit' }
        : null,
    ]),
    ...where.list.map((condition, at): [string, Caution | null] => [
      `where.${at}`,
      condition.about === 'address' ? cutParameter(condition.value, keptParameters) : null,
    ]),
    ['goal', goal && cutParameter(goal.address, keptParameters)],
    ...(schedule.times?.by === 'calendar' ? calendarCautions(schedule.times, today) : []),
  ];
  return new Map(found.filter((pair): pair is [string, Caution] => pair[1] !== null));
}

function contradictions(conditions: Conditions, field: string): [string, Caution | null][] {
  const found = contradictionIn(conditions);
  return found ? [[`${field}.${found[1]}`, { caution: 'contradiction', with: found[0] }]] : [];
}

/** A parameter of a query that no address of this account has. */
export function cutParameter(address: string, kept: readonly string[]): Caution | null {
  const names = [...address.matchAll(/(?:^|[?&])([^?&=#/*\s]+)=/g)].map(([, name = '']) => name);
  const cut = names.find((name) => !kept.includes(name));
  return cut === undefined ? null : { caution: 'cut-parameter', parameter: cut };
}

function calendarCautions({ hours, dates }: Calendar, today: string): [string, Caution | null][] {
  const isBackwards = Boolean(dates?.from && dates.to && dates.to < dates.from);
  const isOver = Boolean(dates?.to && dates.to < today);
  return [
    ['hours', hours && hours.from === hours.to ? { caution: 'empty-hours' } : null],
    ['dates', isBackwards ? { caution: 'dates-backwards' } : isOver ? { caution: 'dates-over' } : null],
  ];
}
