import { addDays } from './calendar.ts';

/** ST1: spans with a name. `year`: 52 whole weeks, so that no week in a chart is cut. */
export const PRESETS = ['today', '7-days', '28-days', 'month', 'last-month', 'year'] as const;
export type Preset = (typeof PRESETS)[number];

export interface Dates {
  readonly from: string;
  readonly to: string;
}

/** The calendar days that a name stands for when it is `today`. */
export function datesOf(preset: Preset, today: string): Dates {
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case '7-days':
      return { from: addDays(today, -6), to: today };
    case '28-days':
      return { from: addDays(today, -27), to: today };
    case 'month':
      return { from: firstOf(today), to: today };
    case 'last-month': {
      const to = addDays(firstOf(today), -1);
      return { from: firstOf(to), to };
    }
    case 'year':
      return { from: addDays(today, 1 - 52 * 7), to: today };
  }
}

const firstOf = (date: string): string => `${date.slice(0, 8)}01`;
