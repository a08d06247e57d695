import { z } from 'zod';
import { viewId, visitorId } from '../ids.ts';

/** Views stand on this screen, with their counts; or do not any more. Until asked for, counts are neither kept nor sent. */
export const watchViews = z.strictObject({ type: z.literal('watch-views'), watching: z.boolean() });
export type WatchViews = z.infer<typeof watchViews>;

/**
 * How many people each view shows, people shown as left not counted, over everyone whom the agent may see. All of them at
 * once, at most once a second; a view that is missing is still being counted.
 */
export const viewCounts = z.strictObject({
  type: z.literal('view-counts'),
  counts: z.array(z.strictObject({ view: viewId, people: z.int() })),
});
export type ViewCounts = z.infer<typeof viewCounts>;

/** SV6: somebody entered a view that this agent wants to be told of. `people`: since the notice before; `visitor`: the newest. */
export const viewEntered = z.strictObject({
  type: z.literal('view-entered'),
  view: z.strictObject({ id: viewId, name: z.string() }),
  people: z.int(),
  visitor: z.strictObject({ id: visitorId, number: z.int(), name: z.string().nullable() }),
  at: z.number(),
});
export type ViewEntered = z.infer<typeof viewEntered>;

/** The views that this agent sees are others now: they are to be asked for again. */
export const viewsChanged = z.strictObject({ type: z.literal('views-changed') });
