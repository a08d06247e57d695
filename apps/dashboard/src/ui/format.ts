/**
 * Numbers, times and names as people of one language read them. All formatters of a language are made once: making one
 * costs more than using it a thousand times.
 */
export interface Format {
  number(value: number): string;
  /** 1 234 → "1.2K", where there is little room. */
  short(value: number): string;
  /** 41 s → "0:41", 65 min → "1:05:00". */
  clock(ms: number): string;
  /** "2 min", "1 h 5 min": for sentences and screen readers. */
  span(ms: number): string;
  /** "now", "3 min ago". */
  ago(ms: number): string;
  time(at: number): string;
  /** "Today", "Yesterday", "Monday 16 November", with the year if it is another one than that of `now`. */
  day(at: number, now: number): string;
  /** "Mon 16". */
  shortDay(at: number): string;
  date(at: number): string;
  /** 1 536 → "1.5 kB". */
  size(bytes: number): string;
  dateTime(at: number): string;
  /** "9:00 AM", of a minute of the day. */
  timeOfDay(minute: number): string;
  /** "Monday" of 0. */
  weekday(day: number): string;
  /** Wall clock in a zone, null if the zone is unknown. */
  timeIn(at: number, zone: string): string | null;
  /** "Anna, Bruno and Carla". */
  list(words: readonly string[]): string;
  /** "Anna, Bruno or Carla". */
  either(words: readonly string[]): string;
  /** 90 → "1 minute and 30 seconds": written out, for sentences. */
  duration(seconds: number): string;
  /** "Tuesday 8 December 2026" of `2026-12-08`. */
  calendarDay(date: string): string;
  /** 0.123 → "12.3%", 0.5 → "50%". */
  percent(share: number): string;
  /** A difference of shares in points: 0.042 → "+4.2". */
  points(difference: number): string;
  country(code: string): string;
  language(tag: string): string;
}

/**
 * The browser's own form of a language: somebody in London who reads English wants 17:20, somebody in Chicago 5:20 PM.
 *
 * @param wanted the browser's languages, the most wanted first
 */
export function regionalLocale(language: string, wanted: readonly string[]): string {
  return wanted.find((tag) => isLocale(tag) && new Intl.Locale(tag).language === language) ?? language;
}

/** Browsers started from a shell may hand over things like `C` or `en_US.UTF-8`. */
function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

const cache = new Map<string, Format>();

export function formatFor(locale: string): Format {
  const known = cache.get(locale);
  if (known) return known;
  const made = makeFormat(locale);
  cache.set(locale, made);
  return made;
}

const SECOND = 1_000;
/** "0 seconds ago" is what nobody says. */
const JUST_NOW = 3 * SECOND;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 5 January 1970. */
const MONDAY = 4 * DAY;

function makeFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale);
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const timeOfDay = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const weekdayName = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale);
  const alternatives = new Intl.ListFormat(locale, { type: 'disjunction' });
  const wholeDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const points = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const shortDay = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const unit = (name: string): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
  const units = { day: unit('day'), hour: unit('hour'), minute: unit('minute'), second: unit('second') };

  return {
    number: (value) => number.format(value),
    short: (value) => short.format(value),
    clock: clockOf,
    span(ms) {
      const whole = Math.max(0, ms);
      if (whole < MINUTE) return units.second.format(Math.floor(whole / SECOND));
      if (whole < HOUR) return units.minute.format(Math.floor(whole / MINUTE));
      const minutes = Math.floor((whole % HOUR) / MINUTE);
      const hours = units.hour.format(Math.floor(whole / HOUR));
      if (whole >= DAY) return units.day.format(Math.floor(whole / DAY));
      return minutes === 0 ? hours : `${hours} ${units.minute.format(minutes)}`;
    },
    ago(ms) {
      const whole = Math.max(0, ms);
      if (whole < JUST_NOW) return now;
      if (whole < MINUTE) return relative.format(-Math.floor(whole / SECOND), 'second');
      if (whole < HOUR) return relative.format(-Math.floor(whole / MINUTE), 'minute');
      if (whole < DAY) return relative.format(-Math.floor(whole / HOUR), 'hour');
      return relative.format(-Math.floor(whole / DAY), 'day');
    },
    time: (at) => time.format(at),
    shortDay: (at) => shortDay.format(at),
    date: (at) => date.format(at),
    day: dayNamer(locale),
    size: sizeTeller(locale),
    dateTime: (at) => dateTime.format(at),
    timeOfDay: (minute) => timeOfDay.format(minute * MINUTE),
    weekday: (day) => weekdayName.format(MONDAY + day * DAY),
    timeIn(at, zone) {
      try {
        return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(at);
      } catch {
        return null;
      }
    },
    list: (words) => lists.format(words),
    either: (words) => alternatives.format(words),
    duration: durationTeller(locale, lists),
    calendarDay: (text) => wholeDay.format(Date.parse(`${text}T00:00:00Z`)),
    percent: (share) => percent.format(share),
    points: (difference) => points.format(difference * 100),
    country: (code) => named(regions, code),
    language: (tag) => named(languages, tag),
  };
}

/** What stands in a visitor's browser may be no language at all. */
function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  const hours = Math.floor(minutes / 60);
  return `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

function dayNamer(locale: string): Format['day'] {
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const thisYear = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const otherYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return (at, now) => {
    const days = Math.round((midnight(now) - midnight(at)) / DAY);
    if (days === 0 || days === 1) return capital(near.format(-days, 'day'), locale);
    const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return capital((isThisYear ? thisYear : otherYear).format(at), locale);
  };
}

function sizeTeller(locale: string): Format['size'] {
  // Short, a byte has no plural: "5 byte".
  const bytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
  const [kilo, mega] = (['kilobyte', 'megabyte'] as const).map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }),
  ) as [Intl.NumberFormat, Intl.NumberFormat];
  return (size) => {
    if (size < 1_000) return bytes.format(size);
    return size < 1_000_000 ? kilo.format(size / 1_000) : mega.format(size / 1_000_000);
  };
}

function durationTeller(locale: string, lists: Intl.ListFormat): Format['duration'] {
  const [hours, minutes, rest] = (['hour', 'minute', 'second'] as const).map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
  ) as [Intl.NumberFormat, Intl.NumberFormat, Intl.NumberFormat];
  return (seconds) => {
    const parts = [
      [hours, Math.floor(seconds / 3_600)],
      [minutes, Math.floor((seconds % 3_600) / 60)],
      [rest, seconds % 60],
    ] as const;
    const said = parts.filter(([, amount]) => amount > 0).map(([unit, amount]) => unit.format(amount));
    return said.length === 0 ? rest.format(0) : lists.format(said);
  };
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function capital(words: string, locale: string): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
