import type { OfficeHours } from '@vetrina/protocol/http/box';
import { wallClock } from './wall-clock.ts';

/**
 * C5: is the office open at `at` (ms since 1970)? Days and minutes are those of the office's own clock on the wall, summer
 * time included; an interval includes its first minute and not its last. null: always open.
 */
export function isOpen(hours: OfficeHours | null, at: number): boolean {
  if (hours === null) return true;
  const { day, minute } = wallClock(hours.timezone, at);
  return (hours.days[day] ?? []).some(({ from, to }) => from <= minute && minute < to);
}
