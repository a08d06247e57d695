import type { Calendar, Schedule } from '@vetrina/protocol/automation/schedule';
import { dateOf, wallClock } from '../wall-clock.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAYS_OF_WEEK = 7;

/** Do days and hours allow it at `at`, ms since 1970? */
export function timesHold(times: Schedule['times'], at: number): boolean {
  if (times === null) return true;
  if (times.by === 'spans') return times.list.some(([from, to]) => from <= at && at < to);
  return calendarHolds(times, at);
}

/**
 * The same at least from `from` to before `until`, as spans of whole minutes: for a page, which knows no time zones. A clock is
 * read only once in a quarter of an hour (3 µs each time, for every calendar of every account): none is off by less, or changes
 * in between.
 */
export function spansOf(calendar: Calendar, from: number, until: number): [number, number][] {
  const spans: [number, number][] = [];
  let since: number | null = null;
  for (let quarter = Math.floor(from / QUARTER) * QUARTER; quarter < until; quarter += QUARTER) {
    const { day, minute } = wallClock(calendar.timezone, quarter);
    for (const later of turnsWithin(calendar, minute)) {
      const at = quarter + later * MINUTE;
      const holds = calendarHolds(calendar, at, { day, minute: minute + later });
      if (holds) since ??= at;
      else if (since !== null) {
        spans.push([since, at]);
        since = null;
      }
    }
  }
  if (since !== null && since < until) spans.push([since, until]);
  return spans;
}

/** The minutes of the quarter from `minute` on, counted from there, at which hours may begin or end; the first in any case. */
function turnsWithin({ hours }: Calendar, minute: number): readonly number[] {
  if (hours === null) return [0];
  const turns = [hours.from - minute, hours.to - minute].filter((later) => later > 0 && later < QUARTER / MINUTE);
  return [0, ...turns.sort((a, b) => a - b)];
}

function calendarHolds(
  { timezone, weekdays, hours, dates }: Calendar,
  at: number,
  { day, minute } = wallClock(timezone, at),
): boolean {
  // From Friday 22:00 to 6:00: the early hours of Saturday are Friday's.
  const isDayBefore = hours !== null && hours.to < hours.from && minute < hours.to;
  if (hours !== null && !isDayBefore && !(hours.from <= minute && (minute < hours.to || hours.to < hours.from)))
    return false;
  const weekday = isDayBefore ? (day + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK : day;
  if (weekdays.length > 0 && !weekdays.includes(weekday)) return false;
  if (dates === null) return true;
  const date = dateOf(timezone, isDayBefore ? at - DAY : at);
  return (dates.from === null || dates.from <= date) && (dates.to === null || date <= dates.to);
}
