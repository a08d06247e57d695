import type { OfficeHours } from '@vetrina/protocol/http/box';

/** One day's opening times, in minutes of the day; `to` of 1440 is midnight. */
export type Day = OfficeHours['days'][number];
export type Interval = Day[number];

const HOUR = 60;
export const DAY_MINUTES = 24 * HOUR;
const WEEK = 7;
/** As many as the server keeps per day. */
const MOST_INTERVALS = 5;
const USUAL: Interval = { from: 9 * HOUR, to: 17 * HOUR };
const WORKDAYS = 5;

/** Monday to Friday, nine to five: where everybody begins. */
export function usualWeek(timezone: string): OfficeHours {
  return { timezone, days: Array.from({ length: WEEK }, (_, day) => (day < WORKDAYS ? [USUAL] : [])) };
}

/** As an `<input type="time">` has it. Midnight is 00:00 at either end. */
export function timeText(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / HOUR) % 24)}:${two(minute % HOUR)}`;
}

/** The minute that an `<input type="time">` means; null while it is not filled in. As an end, 00:00 is the day's last. */
export function minuteOf(text: string, end: keyof Interval): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const minute = Number(hours) * HOUR + Number(minutes);
  return minute === 0 && end === 'to' ? DAY_MINUTES : minute;
}

/** What is wrong with a day, to say beside it. */
export type DayProblem = 'backwards' | 'overlap';

export function problemOf(day: Day): DayProblem | null {
  if (day.some(({ from, to }) => to <= from)) return 'backwards';
  const sorted = sortedDay(day);
  return sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? 0)) ? 'overlap' : null;
}

export function sortedDay(day: Day): Day {
  return [...day].sort((a, b) => a.from - b.from);
}

/** The day with one more interval, an hour after its last where there is room; null: nothing more fits. */
export function withAnother(day: Day): Day | null {
  if (day.length === 0) return [USUAL];
  const last = Math.max(...day.map(({ to }) => to));
  if (day.length >= MOST_INTERVALS || last >= DAY_MINUTES) return null;
  const from = last + HOUR < DAY_MINUTES ? last + HOUR : last;
  return [...day, { from, to: Math.min(from + 4 * HOUR, DAY_MINUTES) }];
}

/** What the clock on the office's wall says about its door. Days count from Monday. */
export type Door =
  | { readonly is: 'open'; readonly until: number }
  | { readonly is: 'always-open' }
  | { readonly is: 'closed'; readonly opens: number; readonly day: number; readonly daysAhead: number }
  | { readonly is: 'never-open' };

/** Open or closed at this minute of this day of the week, and until when. Intervals that meet at midnight are one. */
export function doorAt(days: readonly Day[], day: number, minute: number): Door {
  if (days.every((each) => each.length === 0)) return { is: 'never-open' };
  const current = intervalAt(days, day, minute);
  if (current) return openUntil(days, day, current.to);
  for (let ahead = 0; ahead <= WEEK; ahead++) {
    const next = sortedDay(days[(day + ahead) % WEEK] ?? []).find(
      ({ from, to }) => to > from && (ahead > 0 || from > minute),
    );
    if (next) return { is: 'closed', opens: next.from, day: (day + ahead) % WEEK, daysAhead: ahead };
  }
  return { is: 'never-open' };
}

function intervalAt(days: readonly Day[], day: number, minute: number): Interval | undefined {
  return days[day]?.find(({ from, to }) => from <= minute && minute < to);
}

function openUntil(days: readonly Day[], today: number, end: number): Door {
  let day = today;
  let until = end;
  for (let step = 0; step <= WEEK * MOST_INTERVALS * 2; step++) {
    if (until === DAY_MINUTES) day = (day + 1) % WEEK;
    const next = intervalAt(days, day, until % DAY_MINUTES);
    if (!next) return { is: 'open', until };
    until = next.to;
  }
  return { is: 'always-open' };
}
