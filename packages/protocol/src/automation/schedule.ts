import { z } from 'zod';
import { minuteOfDay } from '../http/box.ts';

const date = z.iso.date();

/** Days and hours by the clock on the wall of a place. Whatever is left open does not matter. */
const calendar = z.strictObject({
  by: z.literal('calendar'),
  /** IANA name. */
  timezone: z.string().min(1).max(64),
  /** 0 is Monday. None: every day. */
  weekdays: z.array(z.int().min(0).max(6)).max(7),
  /** `to` before `from`: over midnight, into the day after. */
  hours: z.strictObject({ from: minuteOfDay, to: minuteOfDay }).nullable(),
  /** Both included. */
  dates: z.strictObject({ from: date.nullable(), to: date.nullable() }).nullable(),
});
export type Calendar = z.infer<typeof calendar>;

/** The same for a page, which knows no time zones: from (included) to (excluded), ms since 1970, ascending. */
const spans = z.strictObject({
  by: z.literal('spans'),
  list: z.array(z.tuple([z.number(), z.number()])),
});

/** A1, schedule. */
export const schedule = z.strictObject({
  /** Whether somebody is there for this visitor, as their box shows it (C5). */
  team: z.enum(['any', 'online', 'offline']),
  times: z.discriminatedUnion('by', [calendar, spans]).nullable(),
});
export type Schedule = z.infer<typeof schedule>;
