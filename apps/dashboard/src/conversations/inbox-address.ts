import { RATINGS, type Rating } from '@vetrina/protocol/conversation';
import type { AgentId, ConversationId, TagId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { LIVE_FOLDERS, type LiveFolder } from '@vetrina/protocol/messages/inbox';

export const FOLDERS = [...LIVE_FOLDERS, 'resolved'] as const;
export type Folder = LiveFolder | 'resolved';

/** What is searched for among the resolved conversations. Days as `2026-11-22`; empty and null: not asked. */
export interface ResolvedSearch {
  readonly text: string;
  readonly agent: AgentId | null;
  readonly tag: TagId | null;
  readonly rating: Rating | null;
  readonly page: string;
  readonly from: string;
  readonly to: string;
}

/** What the address of the inbox says, so that Back works and a link to it can be sent to a colleague. */
export interface InboxAddress {
  readonly folder: Folder;
  readonly search: ResolvedSearch;
  /** Where there is no room for it beside the conversation, the visitor's card is a step of its own. */
  readonly card: boolean;
}

/** As it stands in the address: only what differs from the standard view. */
export interface InboxWords {
  folder?: string;
  q?: string;
  agent?: string;
  tag?: string;
  rating?: string;
  page?: string;
  from?: string;
  to?: string;
  card?: string;
}

export const STANDARD_FOLDER: Folder = 'open';

export const EMPTY_SEARCH: ResolvedSearch = {
  text: '',
  agent: null,
  tag: null,
  rating: null,
  page: '',
  from: '',
  to: '',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address by hand-typing people and old links: what is not understood is left out. */
export function readInbox(words: Readonly<Record<string, unknown>>): InboxAddress {
  const text = (name: string, longest: number): string =>
    typeof words[name] === 'string' ? (words[name] as string).slice(0, longest) : '';
  const matching = (name: string, shape: RegExp): string | null => (shape.test(text(name, 40)) ? text(name, 40) : null);
  return {
    folder: FOLDERS.find((folder) => folder === words.folder) ?? STANDARD_FOLDER,
    search: {
      text: text('q', LIMITS.query),
      agent: matching('agent', /^ag[A-Za-z0-9_-]{22}$/) as AgentId | null,
      tag: matching('tag', /^tg[A-Za-z0-9_-]{22}$/) as TagId | null,
      rating: RATINGS.find((value) => String(value) === words.rating) ?? null,
      page: text('page', LIMITS.url),
      from: matching('from', DAY) ?? '',
      to: matching('to', DAY) ?? '',
    },
    card: words.card === '1',
  };
}

export function writeInbox({ folder, search, card }: InboxAddress): InboxWords {
  const { text, agent, tag, rating, page, from, to } = search;
  return {
    ...(folder !== STANDARD_FOLDER && { folder }),
    ...(text && { q: text }),
    ...(agent && { agent }),
    ...(tag && { tag }),
    ...(rating && { rating: String(rating) }),
    ...(page && { page }),
    ...(from && { from }),
    ...(to && { to }),
    ...(card && { card: '1' }),
  };
}

export function isConversationId(word: unknown): word is ConversationId {
  return typeof word === 'string' && /^co[A-Za-z0-9_-]{22}$/.test(word);
}

/** From the first moment of a day to the last of another, in this browser's zone; ms since 1970. */
export function periodOf({ from, to }: Pick<ResolvedSearch, 'from' | 'to'>): { from?: number; to?: number } {
  const start = from ? new Date(`${from}T00:00:00`).getTime() : Number.NaN;
  const end = to ? new Date(`${to}T23:59:59.999`).getTime() : Number.NaN;
  return { ...(Number.isFinite(start) && { from: start }), ...(Number.isFinite(end) && { to: end }) };
}

export function sameSearch(a: ResolvedSearch, b: ResolvedSearch): boolean {
  return Object.entries(a).every(([name, value]) => b[name as keyof ResolvedSearch] === value);
}
