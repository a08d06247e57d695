import { z } from 'zod';

/** The languages of the dashboard and of e-mails (ISO 639-1). */
export const LANGUAGES = ['en', 'it', 'cs', 'de', 'es', 'fr', 'hu', 'nl', 'pl'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;

/** How much air stands between lines: a desk with many people on it wants less. */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** C8: what reaches this agent's phones and browsers by Web Push, with the dashboard closed too. */
export const pushWishes = z.strictObject({
  newConversation: z.boolean(),
  newMessage: z.boolean(),
  /** Somebody comes to the site. */
  newVisitor: z.boolean(),
});
export type PushWishes = z.infer<typeof pushWishes>;

export const DEFAULT_PUSH_WISHES: PushWishes = { newConversation: true, newMessage: true, newVisitor: false };

/** C8: how one agent hears of conversations. */
export const notifications = z.strictObject({
  sound: z.boolean(),
  /** Even after choosing to be offline. */
  whenOffline: z.boolean(),
  /** Shown by the system; each browser asks its own permission besides. */
  desktop: z.boolean(),
  /** What was saved before there was Web Push has none. */
  push: pushWishes.default(DEFAULT_PUSH_WISHES),
});
export type Notifications = z.infer<typeof notifications>;

export const DEFAULT_NOTIFICATIONS: Notifications = {
  sound: true,
  whenOffline: false,
  desktop: true,
  push: DEFAULT_PUSH_WISHES,
};

/** How one agent likes the dashboard; follows the person over devices. */
export const preferences = z.strictObject({
  language: z.enum(LANGUAGES).nullable(),
  theme: z.enum(THEMES),
  /** What was saved before there was a choice is comfortable. */
  density: z.enum(DENSITIES).default('comfortable'),
  /** V3: the shown columns in order; null: the standard set. */
  columns: z.array(z.string().max(80)).max(40).nullable(),
  /** What was saved before there were notifications has none. */
  notifications: notifications.default(DEFAULT_NOTIFICATIONS),
});
export type Preferences = z.infer<typeof preferences>;

export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  theme: 'auto',
  density: 'comfortable',
  columns: null,
  notifications: DEFAULT_NOTIFICATIONS,
};
