import { z } from 'zod';

export const THEMES = ['auto', 'light', 'dark'] as const;

/** How one agent likes the dashboard; follows the person over devices. */
export const preferences = z.strictObject({
  language: z.enum(['en', 'it']).nullable(),
  theme: z.enum(THEMES),
  /** V3: the shown columns in order; null: the standard set. */
  columns: z.array(z.string().max(80)).max(40).nullable(),
});
export type Preferences = z.infer<typeof preferences>;

export const DEFAULT_PREFERENCES: Preferences = { language: null, theme: 'auto', columns: null };
