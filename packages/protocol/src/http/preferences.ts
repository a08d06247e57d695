import { z } from 'zod';

export const THEMES = ['auto', 'light', 'dark'] as const;

/** C8: how one agent hears of conversations. */
export const notifications = z.strictObject({
  sound: z.boolean(),
  /** Even after choosing to be offline. */
  whenOffline: z.boolean(),
  /** Shown by the system; each browser asks its own permission besides. */
  desktop: z.boolean(),
});
export type Notifications = z.infer<typeof notifications>;

export const DEFAULT_NOTIFICATIONS: Notifications = { sound: true, whenOffline: false, desktop: true };

/** How one agent likes the dashboard; follows the person over devices. */
export const preferences = z.strictObject({
  language: z.enum(['en', 'it']).nullable(),
  theme: z.enum(THEMES),
  /** V3: the shown columns in order; null: the standard set. */
  columns: z.array(z.string().max(80)).max(40).nullable(),
  /** What was saved before there were notifications has none. */
  notifications: notifications.default(DEFAULT_NOTIFICATIONS),
});
export type Preferences = z.infer<typeof preferences>;

export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  theme: 'auto',
  columns: null,
  notifications: DEFAULT_NOTIFICATIONS,
};
