import { z } from 'zod';

/** V4. */
export const FILTERS = ['all', 'active', 'in-chat', 'customers', 'auto-messaged', 'blocked'] as const;
export const listFilter = z.enum(FILTERS);
export type ListFilter = z.infer<typeof listFilter>;

/** How many people stand under each filter, over everyone, `left` excluded. */
export const listCounts = z.strictObject({
  all: z.int(),
  active: z.int(),
  'in-chat': z.int(),
  customers: z.int(),
  'auto-messaged': z.int(),
  blocked: z.int(),
});
export type ListCounts = z.infer<typeof listCounts>;

/** People who are on the site without a row: crawlers, and visitors who are counted only (T3). */
export const unlisted = z.strictObject({ bots: z.int(), countedOnly: z.int() });
export type Unlisted = z.infer<typeof unlisted>;

export const SORT_COLUMNS = [
  'status',
  'visitor',
  'country',
  'group',
  'online',
  'page',
  'last-message',
  'agents',
  'source',
  'device',
  'browser',
  'os',
  'language',
  'visits',
] as const;
/** `status` is V2's own order; `variable:<key>` sorts by one variable. */
export const sortColumn = z.union([z.enum(SORT_COLUMNS), z.templateLiteral(['variable:', z.string().min(1).max(64)])]);
export type SortColumn = z.infer<typeof sortColumn>;

export const listSort = z.strictObject({ column: sortColumn, direction: z.enum(['ascending', 'descending']) });
export type ListSort = z.infer<typeof listSort>;
