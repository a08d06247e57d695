import type { Grain, StatisticsOf } from '@vetrina/protocol/http/statistics';
import { dateOf } from '../wall-clock.ts';
import { addDays, beginningOf, daysIn, offsetAt } from './calendar.ts';

const HOUR = 3_600_000;
const WEEK = 7;
/** A chart of hours, or of days, is no wider than so many days. */
const HOURS_UP_TO = 2;
const DAYS_UP_TO = 92;

/** A span cut into buckets; `until` is behind what it has, `end` behind its last day. Times are ms since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
  readonly end: number;
  /** Where each bucket begins; the first at `from`. */
  readonly buckets: readonly number[];
}

/** ST1: what is asked about, and what it is compared with. */
export interface Period {
  readonly grain: Grain;
  readonly now: Span;
  readonly before: Span;
  readonly datesBefore: { readonly from: string; readonly to: string };
}

/** ST1: cuts the calendar days into hours, days, or weeks counted from the first day, and so the ones before. */
export function periodOf({ from, to, zone }: StatisticsOf, now: number): Period {
  const days = daysIn(from, to);
  const grain = days <= HOURS_UP_TO ? 'hour' : days <= DAYS_UP_TO ? 'day' : 'week';
  const datesBefore = { from: addDays(from, -days), to: addDays(from, -1) };
  const span = spanOf(zone, from, to, grain);
  const before = spanOf(zone, datesBefore.from, datesBefore.to, grain);
  return {
    ...{ grain, datesBefore },
    now: { ...span, until: Math.max(span.from, Math.min(span.end, now)) },
    before: { ...before, until: now >= span.end ? before.end : sameMoment(zone, span, before, days, now) },
  };
}

function spanOf(zone: string, from: string, to: string, grain: Grain): Omit<Span, 'until'> {
  const begin = beginningOf(zone, from);
  const end = beginningOf(zone, addDays(to, 1));
  return { from: begin, end, buckets: grain === 'hour' ? hours(begin, end) : dates(zone, from, to, grain) };
}

/** As long as they are: a day on which clocks are changed has 23 or 25. */
function hours(begin: number, end: number): number[] {
  return Array.from({ length: Math.ceil((end - begin) / HOUR) }, (_, nth) => begin + nth * HOUR);
}

function dates(zone: string, from: string, to: string, grain: 'day' | 'week'): number[] {
  const step = grain === 'day' ? 1 : WEEK;
  const count = Math.ceil(daysIn(from, to) / step);
  return Array.from({ length: count }, (_, nth) => beginningOf(zone, addDays(from, nth * step)));
}

/** So many days earlier, when the clock on the wall showed the same. */
function sameMoment(zone: string, span: Omit<Span, 'until'>, before: Omit<Span, 'until'>, days: number, now: number) {
  if (now <= span.from) return before.from;
  const today = dateOf(zone, now);
  const then = addDays(today, -days);
  const timeOfDay = now + offsetAt(zone, now) - Date.parse(today);
  const sinceMidnight = Date.parse(then) + timeOfDay;
  const moment = sinceMidnight - offsetAt(zone, sinceMidnight - offsetAt(zone, beginningOf(zone, then)));
  return Math.min(before.end, Math.max(before.from, moment));
}
