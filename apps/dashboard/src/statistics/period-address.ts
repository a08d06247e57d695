import { daysIn } from '@vetrina/domain/statistics/calendar';
import { type Dates, datesOf, PRESETS, type Preset } from '@vetrina/domain/statistics/presets';
import { LIMITS } from '@vetrina/protocol/limits';

/** What the page is about: a span with a name, which moves on with the days, or days of somebody's own. */
export type ChosenPeriod = { readonly is: Preset } | ({ readonly is: 'own' } & Dates);

/** As it stands in the address. */
export interface PeriodSearch {
  period?: string;
  from?: string;
  to?: string;
}

const STANDARD: Preset = '28-days';

/** What is not understood is the standard. */
export function readPeriod({ period, from, to }: Readonly<Record<string, unknown>>): ChosenPeriod {
  if (isDate(from) && isDate(to) && mayBeAsked({ from, to })) return { is: 'own', from, to };
  return { is: PRESETS.find((preset) => preset === period) ?? STANDARD };
}

export function writePeriod(chosen: ChosenPeriod): PeriodSearch {
  if (chosen.is === 'own') return { from: chosen.from, to: chosen.to };
  return chosen.is === STANDARD ? {} : { period: chosen.is };
}

/** The days that are asked for. */
export function daysOf(chosen: ChosenPeriod, today: string): Dates {
  return chosen.is === 'own' ? { from: chosen.from, to: chosen.to } : datesOf(chosen.is, today);
}

/** The right way round, and not more days than the server counts. */
export function mayBeAsked({ from, to }: Dates): boolean {
  return from <= to && daysIn(from, to) <= LIMITS.statisticsDays;
}

function isDate(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
