import { z } from 'zod';
import { page } from './page.ts';

/** The tab shows another page: a load, a history entry, a hash. Counts as activity. */
export const pageViewed = z.strictObject({ type: z.literal('page-viewed'), page });
export type PageViewed = z.infer<typeof pageViewed>;
