import { z } from 'zod';
import { listFilter } from './list-shape.ts';

/**
 * D3: from which countries are the people of this view? One per socket, beside the list; null stops. `watch`: the client's
 * number for it. A query longer than `LIMITS.query`: `query_too_long`, what was watched before stays.
 */
export const watchPlaces = z.strictObject({
  type: z.literal('watch-places'),
  watch: z.int().min(0),
  of: z.strictObject({ filter: listFilter, query: z.string() }).nullable(),
});
export type WatchPlaces = z.infer<typeof watchPlaces>;

/**
 * People per country over everyone whom the view holds and the agent may see, `left` excluded; at once and then at most
 * once a second, if anything changed. Of a country that is not named nothing changed, unless the frame is whole.
 */
export const places = z.strictObject({
  type: z.literal('places'),
  watch: z.int(),
  isWhole: z.boolean(),
  total: z.int(),
  /** False while a search still runs: the numbers are a lower bound. */
  totalIsFinal: z.boolean(),
  /** People of whom no country is known. */
  unknown: z.int(),
  /** ISO 3166-1 alpha-2, upper case; 0: nobody there any more. */
  countries: z.array(z.tuple([z.string(), z.int()])),
});
export type Places = z.infer<typeof places>;
