import type { OfficeHours } from '@vetrina/protocol/http/box';

const MINUTES_OF_HOUR = 60;
const MONDAY_FIRST = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Making a formatter costs some 50 µs, reading a time with one 2 µs. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * C5: is the office open at `at` (ms since 1970)? Days and minutes are those of the office's own clock on the wall, summer
 * time included; an interval includes its first minute and not its last. null: always open.
 */
export function isOpen(hours: OfficeHours | null, at: number): boolean {
  if (hours === null) return true;
  const { day, minute } = wallClock(hours.timezone, at);
  return (hours.days[day] ?? []).some(({ from, to }) => from <= minute && minute < to);
}

/** Does this name a time zone that `isOpen` can tell the time of? */
export function isTimezone(name: string): boolean {
  try {
    formatterFor(name);
    return true;
  } catch {
    return false;
  }
}

/** What the office's own clock on the wall shows at `at`: day 0 is Monday, minute of the day. */
export function wallClock(timezone: string, at: number): { readonly day: number; readonly minute: number } {
  const parts = new Map(
    formatterFor(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: MONDAY_FIRST.indexOf(parts.get('weekday') ?? ''),
    minute: Number(parts.get('hour')) * MINUTES_OF_HOUR + Number(parts.get('minute')),
  };
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}
