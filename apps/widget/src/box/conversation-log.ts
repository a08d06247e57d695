import type { Face, PublicEntry, Rating, ReadMarks, Saying } from '@vetrina/protocol/conversation';
import type { ConversationId, MessageId } from '@vetrina/protocol/ids';
import type { Chat, ChatPosition } from '@vetrina/protocol/messages/chat';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';

/** What an own message says before the server has it: the file's card is known from its upload. */
export type OwnBody = Extract<PublicEntry['body'], { kind: 'text' | 'file' }>;

/**
 * C3: the visitor's conversation as this tab knows it. `entries` ascend by seq without a gap. Up to `sureTo` they are the
 * server's own words; what lies above was put there on an acknowledgement or comes from the last page's memory, and is asked
 * for again at the next chance.
 */
export interface ConversationLog {
  readonly conversation: ConversationId | null;
  readonly entries: readonly PublicEntry[];
  readonly sureTo: number;
  /** Newest seq the server has spoken of; above the last entry's: something is missing. */
  readonly lastSeq: number;
  readonly unread: number;
  readonly marks: ReadMarks;
  readonly state: Chat['state'];
  readonly agents: readonly Face[];
  readonly rating: Rating | null;
}

export const EMPTY_LOG: ConversationLog = {
  conversation: null,
  entries: [],
  sureTo: 0,
  lastSeq: 0,
  unread: 0,
  marks: { visitor: 0, team: 0 },
  state: 'none',
  agents: [],
  rating: null,
};

/** Seq of the newest entry at hand; 0: none. */
export const endOf = (log: ConversationLog): number => log.entries.at(-1)?.seq ?? 0;

export const isBehind = (log: ConversationLog): boolean => log.lastSeq > endOf(log);

/** Are there entries older than those at hand? */
export const hasOlder = (log: ConversationLog): boolean => (log.entries[0]?.seq ?? 1) > 1;

/** After which seq to ask. Nothing at hand: whatever there is. */
export const resumeFrom = (log: ConversationLog): number => Math.min(log.sureTo, endOf(log));

/** What a frame does to the log. Frames that tell nothing about the conversation leave it as it is. */
export function hear(log: ConversationLog, frame: ToVisitor): ConversationLog {
  switch (frame.type) {
    case 'welcome':
      return frame.chat ? at(log, frame.chat) : EMPTY_LOG;
    case 'beat':
      return frame.lastSeq === undefined ? log : { ...log, lastSeq: Math.max(log.lastSeq, frame.lastSeq) };
    case 'chat':
      return hearAnswer(log, frame);
    case 'chat-entry':
      return hearEntry(at(log, frame.position), frame.entry);
    case 'chat-agents':
      return frame.conversation === log.conversation ? withAgents(log, frame.agents) : log;
    case 'chat-history':
      return frame.conversation === log.conversation ? prepend(log, frame.entries) : log;
    case 'read-up-to':
      return frame.conversation === log.conversation ? mark(log, frame.marks) : log;
    default:
      return log;
  }
}

/**
 * An own message was acknowledged: it stands where the server says, in our words until the server's own arrive.
 *
 * @param waiting puts behind a log what stands in no conversation yet, and may be what the answer was given to (A8.1)
 */
export function place(
  log: ConversationLog,
  said: { id: MessageId; conversation: ConversationId; seq: number; at: number },
  body: OwnBody,
  waiting: (here: ConversationLog) => ConversationLog = (here) => here,
): ConversationLog {
  const here = moveTo(log, said.conversation);
  if (here.entries.some(({ id }) => id === said.id)) return here;
  const lastSeq = Math.max(here.lastSeq, said.seq);
  // Into an empty log only what is first: otherwise older entries would seem to be known.
  const before = [here, waiting(here)].find((one) => said.seq === endOf(one) + 1);
  if (!before) return { ...here, lastSeq };
  const entry: PublicEntry = { seq: said.seq, id: said.id, at: said.at, author: { who: 'visitor' }, body };
  return { ...here, lastSeq, entries: [...before.entries, entry] };
}

/** A text that was not acknowledged yet, as an entry would say it; null for a file, whose card comes from its upload. */
export function bodyOf(saying: Saying): OwnBody | null {
  return saying.kind === 'text' ? saying : null;
}

/** The log as it may be kept for the next page: addresses of files run out, so entries from the first file on are unsure. */
export function keepable(log: ConversationLog, most: number): ConversationLog {
  const entries = log.entries.slice(-most);
  const firstFile = entries.find(({ body }) => body.kind === 'file');
  return { ...log, entries, sureTo: firstFile ? Math.min(log.sureTo, firstFile.seq - 1) : log.sureTo };
}

/** The visitor has seen everything at hand. */
export function markRead(log: ConversationLog): ConversationLog {
  return mark(log, { visitor: endOf(log), team: log.marks.team });
}

function moveTo(log: ConversationLog, conversation: ConversationId): ConversationLog {
  return log.conversation === conversation ? log : { ...EMPTY_LOG, conversation, state: 'new' };
}

function at(log: ConversationLog, position: ChatPosition): ConversationLog {
  const here = moveTo(log, position.conversation);
  // An older position than what is at hand: a frame overtaken by another.
  if (position.lastSeq < here.lastSeq) return here;
  return { ...here, lastSeq: position.lastSeq, unread: position.unread };
}

function mark(log: ConversationLog, marks: ReadMarks): ConversationLog {
  const visitor = Math.max(log.marks.visitor, marks.visitor);
  const team = Math.max(log.marks.team, marks.team);
  return { ...log, marks: { visitor, team }, unread: visitor >= log.lastSeq ? 0 : log.unread };
}

function hearAnswer(log: ConversationLog, chat: Chat): ConversationLog {
  if (!chat.position) return EMPTY_LOG;
  const here = at(log, chat.position);
  const first = chat.entries[0]?.seq ?? Number.POSITIVE_INFINITY;
  const joins = chat.follows && first <= endOf(here) + 1;
  const last = chat.entries.at(-1)?.seq ?? 0;
  const newer = here.entries.filter(({ seq }) => seq > last);
  // What arrived live while the answer was on its way stays, if it goes on where the answer ends.
  const after = newer[0]?.seq === last + 1 ? newer : [];
  const entries =
    joins || chat.entries.length === 0 ? overlay(here.entries, chat.entries) : [...chat.entries, ...after];
  const sure = chat.follows ? Math.max(here.sureTo, last) : last;
  const told: ConversationLog = { ...here, entries: takeBack(entries), sureTo: sure };
  return mark({ ...told, state: chat.state, agents: chat.agents, rating: chat.rating }, chat.marks);
}

function hearEntry(log: ConversationLog, entry: PublicEntry): ConversationLog {
  const end = endOf(log);
  if (entry.seq > end + 1) return log;
  const first = log.entries[0]?.seq ?? 1;
  if (entry.seq < first) return log;
  const entries = takeBack(overlay(log.entries, [entry]));
  const next = { ...log, entries, sureTo: entry.seq === log.sureTo + 1 ? entry.seq : log.sureTo };
  return entry.seq === end + 1 ? follow(next, entry) : next;
}

/** What the newest entry tells about the conversation itself. */
function follow(log: ConversationLog, { author, body }: PublicEntry): ConversationLog {
  const agent = author.who === 'agent' ? author.agent : null;
  const others = log.agents.filter(({ id }) => id !== agent?.id);
  switch (body.kind) {
    case 'joined':
      return { ...log, state: 'open', agents: agent ? [...others, agent] : others };
    case 'left':
      return withAgents(log, others);
    case 'resolved':
      return { ...log, state: 'resolved' };
    case 'reopened':
      return withAgents({ ...log, state: 'new', rating: null }, log.agents);
    case 'rated':
      return { ...log, rating: body.value };
    case 'text':
    case 'file':
      // Who was assigned has not joined by an entry of their own.
      return agent && others.length === log.agents.length ? withAgents(log, [...others, agent]) : log;
    default:
      return log;
  }
}

/** C2: who is on it decides whether a conversation that is not resolved is open, or waits as a new one does. */
function withAgents(log: ConversationLog, agents: readonly Face[]): ConversationLog {
  const goesOn = log.state === 'new' || log.state === 'open';
  return { ...log, agents, state: goesOn ? (agents.length > 0 ? 'open' : 'new') : log.state };
}

function prepend(log: ConversationLog, older: readonly PublicEntry[]): ConversationLog {
  const first = log.entries[0]?.seq ?? 1;
  if (older.at(-1)?.seq !== first - 1) return log;
  return { ...log, entries: takeBack([...older, ...log.entries]) };
}

/** `newer` over `entries` by seq; both ascend, and together they have no gap. */
function overlay(entries: readonly PublicEntry[], newer: readonly PublicEntry[]): readonly PublicEntry[] {
  if (newer.length === 0) return entries;
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  for (const entry of newer) bySeq.set(entry.seq, entry);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** V8: a recalled message loses its words, wherever its recall stands. */
function takeBack(entries: readonly PublicEntry[]): readonly PublicEntry[] {
  const gone = new Set(entries.map(({ body }) => (body.kind === 'recalled' ? body.message : null)));
  if (gone.size === 1 && gone.has(null)) return entries;
  return entries.map((entry) =>
    gone.has(entry.id) && entry.body.kind !== 'taken-back' ? { ...entry, body: { kind: 'taken-back' } } : entry,
  );
}
