import type { Comparison } from './query-comparison.ts';

/**
 * V5's search box, understood. Data only: the same query can be kept in an address, sent, and compared. A word without a
 * field is looked for in every text of the visitor; texts are folded.
 */
export interface Query {
  readonly words: readonly Word[];
}

/** One word of a query. Every word must hold; a negated one must not. */
export interface Word {
  readonly negated: boolean;
  readonly asks: Asks;
}

export type Asks =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: TextField; readonly text: string }
  | { readonly kind: 'number'; readonly field: NumberField; readonly comparison: Comparison }
  /** Time on the site, ms. */
  | { readonly kind: 'online'; readonly comparison: Comparison }
  | { readonly kind: 'is'; readonly state: IsState }
  /** One of the account's own variables. Whoever has none of that name is searched for the whole word as typed. */
  | { readonly kind: 'variable'; readonly key: string; readonly text: string; readonly word: string };

/** Fields by the name they are asked by; several names may mean one field. */
export const TEXT_FIELDS = {
  name: 'name',
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  phone: 'phone',
  country: 'country',
  city: 'city',
  group: 'group',
  page: 'page',
  title: 'title',
  url: 'url',
  address: 'url',
  referrer: 'referrer',
  referer: 'referrer',
  source: 'source',
  device: 'device',
  browser: 'browser',
  os: 'os',
  language: 'language',
  lang: 'language',
  ip: 'ip',
  agent: 'agent',
  message: 'message',
} as const;
export type TextField = (typeof TEXT_FIELDS)[keyof typeof TEXT_FIELDS];

/** Fields whose folded text is part of `ListedVisitor.text`, so that who does not say it need not be asked further. */
export const IN_TEXT: ReadonlySet<TextField> = new Set<TextField>([
  'name',
  'email',
  'country',
  'city',
  'group',
  'page',
  'title',
  'url',
  'referrer',
  'source',
  'browser',
  'os',
  'message',
]);

export const NUMBER_FIELDS = {
  visits: 'visits',
  pages: 'pages',
  chats: 'chats',
  tabs: 'tabs',
  unread: 'unread',
} as const;
export type NumberField = keyof typeof NUMBER_FIELDS;

export const IS_STATES = {
  customer: 'customer',
  verified: 'verified',
  blocked: 'blocked',
  new: 'new',
  returning: 'returning',
  active: 'active',
  inactive: 'inactive',
  chatting: 'chatting',
  waiting: 'waiting',
  left: 'left',
  automessaged: 'automessaged',
  'auto-messaged': 'automessaged',
} as const;
export type IsState = (typeof IS_STATES)[keyof typeof IS_STATES];
