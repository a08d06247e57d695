import { dateOf } from '../wall-clock.ts';

const QUARTER = 900_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
/** The furthest that a place's clock is from UTC, and a little. */
const FURTHEST = 15 * HOUR;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a zone's clock is ahead of UTC at `at`, ms. */
export function offsetAt(zone: string, at: number): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (part: Intl.DateTimeFormatPartTypes): number => parts.get(part) ?? 0;
  const shown = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return shown - Math.floor(at / 1_000) * 1_000;
}

/** The first moment of a calendar day in a zone, ms since 1970; where a clock is put forward at midnight, that is 1:00. */
export function beginningOf(zone: string, date: string): number {
  const utc = Date.parse(date);
  let [before, from] = [(utc - FURTHEST) / QUARTER, (utc + FURTHEST) / QUARTER];
  // Clocks differ by whole quarters of an hour, and dates only rise.
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dateOf(zone, middle * QUARTER) < date) before = middle;
    else from = middle;
  }
  return from * QUARTER;
}

/** `2026-02-28` and 1: `2026-03-01`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`, both of them counted. */
export function daysIn(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

/** A stretch in which a zone's clock is not put forward or back: it ends where the next begins. */
export interface ClockStretch {
  readonly from: number;
  readonly offset: number;
}

/** How a zone's clock runs from `from` to `until`: one stretch, and one more for each time it is changed. */
export function clockStretches(zone: string, from: number, until: number): readonly ClockStretch[] {
  const stretches: ClockStretch[] = [{ from, offset: offsetAt(zone, from) }];
  for (let at = from; at < until; at += DAY) {
    const offset = offsetAt(zone, at + DAY);
    if (offset !== stretches.at(-1)?.offset) stretches.push({ from: changeOf(zone, at, at + DAY), offset });
  }
  return stretches;
}

function changeOf(zone: string, before: number, after: number): number {
  const old = offsetAt(zone, before);
  let [low, high] = [before, after];
  while (high - low > QUARTER) {
    const middle = Math.floor((low + high) / 2 / QUARTER) * QUARTER;
    if (middle <= low) break;
    if (offsetAt(zone, middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...day, ...time });
  clocks.set(timeZone, made);
  return made;
}
