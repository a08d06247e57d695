import type { ConversationSummary, Entry, ReadMarks } from '@vetrina/protocol/conversation';
import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { ConversationId, MessageId } from '@vetrina/protocol/ids';
import type { ConversationFollowed } from '@vetrina/protocol/messages/follow-conversation';

/** The conversation on screen. `entries` ascend by seq without a gap; what is older than the first is fetched on demand. */
export interface FollowedConversation {
  readonly id: ConversationId;
  /** `stale`: shown as last known, the missing part is on its way. `unknown`: there is none, or not for this agent. */
  readonly state: 'loading' | 'live' | 'stale' | 'unknown';
  readonly summary: ConversationSummary | null;
  readonly entries: readonly Entry[];
  readonly marks: ReadMarks;
  /** What the visitor is typing; '' where the account does not show it. `at`: our clock, ms. */
  readonly typing: { readonly text: string; readonly at: number } | null;
}

export function beginFollowing(id: ConversationId): FollowedConversation {
  return { id, state: 'loading', summary: null, entries: [], marks: { visitor: 0, team: 0 }, typing: null };
}

/** Asks for everything that the screen does not have yet. */
export function followFrame({ id, entries }: FollowedConversation): FromAgent {
  return { type: 'follow-conversation', conversation: id, after: entries.at(-1)?.seq ?? 0 };
}

/** The server's answer to the latest question. */
export function takeAnswer(followed: FollowedConversation, frame: ConversationFollowed): FollowedConversation {
  if (frame.found === null) return { ...followed, state: 'unknown', entries: [], summary: null, typing: null };
  const { summary, marks, follows, entries } = frame.found;
  const known = follows ? followed.entries : [];
  return { ...followed, state: 'live', summary, marks, entries: withRecalls([...known, ...newerThan(known, entries)]) };
}

/**
 * One more entry. What is known already is passed over; `null` says that something is missing between what the screen has
 * and this entry, and must be asked for.
 */
export function takeEntry(followed: FollowedConversation, entry: Entry): FollowedConversation | null {
  if (followed.state === 'loading' || followed.state === 'unknown') return followed;
  const next = (followed.entries.at(-1)?.seq ?? 0) + 1;
  if (entry.seq < next) return followed;
  if (entry.seq > next) return null;
  return {
    ...followed,
    entries: withRecalls([...followed.entries, entry]),
    typing: entry.author.who === 'visitor' ? null : followed.typing,
  };
}

/** Older entries, fetched because somebody scrolled up; what does not touch the oldest one shown is passed over. */
export function takeOlder(followed: FollowedConversation, older: readonly Entry[]): FollowedConversation {
  const first = followed.entries[0]?.seq ?? 1;
  const before = older.filter((entry) => entry.seq < first);
  if (before.at(-1)?.seq !== first - 1) return followed;
  return { ...followed, entries: withRecalls([...before, ...followed.entries]) };
}

/** Entries that are shown already, asked for again because addresses of files in them run out. */
export function takeAgain(followed: FollowedConversation, again: readonly Entry[]): FollowedConversation {
  const fresh = new Map(again.map((entry) => [entry.seq, entry]));
  return { ...followed, entries: withRecalls(followed.entries.map((entry) => fresh.get(entry.seq) ?? entry)) };
}

function newerThan(known: readonly Entry[], entries: readonly Entry[]): readonly Entry[] {
  const last = known.at(-1)?.seq ?? 0;
  return entries.filter((entry) => entry.seq > last);
}

/** V8: a recall is an entry of its own, about one that may have been shown before. */
function withRecalls(entries: readonly Entry[]): readonly Entry[] {
  const recalled = new Set<MessageId>();
  for (const { body } of entries) if (body.kind === 'recalled') recalled.add(body.message);
  if (recalled.size === 0) return entries;
  return entries.map((entry) => (recalled.has(entry.id) && !entry.recalled ? { ...entry, recalled: true } : entry));
}
