import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';

export const FORM_FIELDS = ['name', 'email', 'phone', 'group'] as const;
export const FIELD_MODES = ['off', 'optional', 'required'] as const;
const formField = z.enum(FIELD_MODES);

/** C1, C5, C6: how an account's chat box looks and what it asks. What a page says in its snippet goes before it. */
export const boxSettings = z.strictObject({
  color: z.string().regex(/^#[0-9a-f]{6}$/i, 'not a colour like #1f6feb'),
  side: z.enum(['left', 'right']),
  /** px from the edges of the window. */
  offsetX: z.int().min(0).max(500),
  offsetY: z.int().min(0).max(500),
  zIndex: z.int().min(0).max(2_147_483_647),
  /** Paid: the box shows only when a page opens it, or not on phones, or not while nobody is online. */
  hidden: z.boolean(),
  hiddenOnPhones: z.boolean(),
  hiddenWhenOffline: z.boolean(),
  /** Own words instead of the built-in ones; '' keeps those. */
  title: wireText(60),
  welcome: wireText(300),
  offlineText: wireText(300),
  sound: z.boolean(),
  /** Agents see what is being typed before it is sent. */
  typingPreview: z.boolean(),
  rating: z.boolean(),
  transcript: z.boolean(),
  files: z.boolean(),
  form: z.strictObject({
    /** Asked before a chat while somebody is online (paid). Offline it is always asked. */
    beforeChat: z.boolean(),
    name: formField,
    email: formField,
    phone: formField,
    group: formField,
  }),
  privacy: z.strictObject({
    shown: z.boolean(),
    url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(LIMITS.url)]),
    /** A tick is demanded before the first message. */
    mustAgree: z.boolean(),
  }),
});
export type BoxSettings = z.infer<typeof boxSettings>;

export const DEFAULT_BOX: BoxSettings = {
  color: '#0b6e66',
  side: 'right',
  offsetX: 24,
  offsetY: 24,
  zIndex: 2_147_483_000,
  hidden: false,
  hiddenOnPhones: false,
  hiddenWhenOffline: false,
  title: '',
  welcome: '',
  offlineText: '',
  sound: true,
  typingPreview: false,
  rating: true,
  transcript: true,
  files: true,
  form: { beforeChat: false, name: 'optional', email: 'required', phone: 'off', group: 'off' },
  privacy: { shown: false, url: '', mustAgree: false },
};

export const minuteOfDay = z.int().min(0).max(1_440);
/** From minute to minute of the day; `to` after `from`. */
const interval = z.strictObject({ from: minuteOfDay, to: minuteOfDay });

/** C5 (PRO). Outside of it the box is offline, whatever agents do. `days[0]` is Monday. */
export const officeHours = z.strictObject({
  /** IANA name. */
  timezone: z.string().min(1).max(64),
  days: z.array(z.array(interval).max(5)).length(7),
});
export type OfficeHours = z.infer<typeof officeHours>;
