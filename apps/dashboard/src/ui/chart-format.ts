const DAY = 86_400_000;
/** 5 January 1970. */
const MONDAY = 4 * DAY;

/** What figures and charts say beside the usual forms: shorter, and rounder. */
export interface ChartFormat {
  /** 0.123 → "12%". */
  percentWhole(share: number): string;
  /** 4.25 → "4.3". */
  decimal(value: number): string;
  /** 12 300 → "12K". */
  compact(value: number): string;
  /** "16 Nov". */
  monthDay(at: number): string;
  /** "Mon" of 0. */
  weekdayShort(day: number): string;
  /** "8–14 Dec 2026" of `2026-12-08` and `2026-12-14`; one day alone is said once. */
  calendarDays(from: string, to: string): string;
}

export function chartFormat(locale: string): ChartFormat {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact' });
  const monthDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    percentWhole: (share) => percent.format(share),
    decimal: (value) => decimal.format(value),
    compact: (value) => compact.format(value),
    monthDay: (at) => monthDay.format(at),
    weekdayShort: (day) => weekday.format(MONDAY + day * DAY),
    calendarDays: rangeTeller(date),
  };
}

/**
 * Some languages write "3 ott 2026" but "03–30 ott 2026": a day is written in a range as it is alone. A line breaks at the
 * dash only, neither before it nor within a date.
 */
function rangeTeller(date: Intl.DateTimeFormat): ChartFormat['calendarDays'] {
  const isPadded = date.format(Date.parse('2026-11-05')).includes('05');
  return (from, to) =>
    date
      .formatRangeToParts(Date.parse(from), Date.parse(to))
      .map(({ type, value }) => (type === 'day' && !isPadded ? value.replace(/^0/, '') : value))
      .join('')
      .replace(/(?<!–) /g, '\u00a0')
      .replace(/\u2009(?=–)/g, '\u202f');
}
