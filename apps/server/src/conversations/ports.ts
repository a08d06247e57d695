import type { Greeting, KnownContact } from '@vetrina/domain/automation/greeting';
import type { Conversation, LogEntry, NewLogEntry } from '@vetrina/domain/conversation';
import type { ReadMark } from '@vetrina/domain/conversation-reading';
import type { Step } from '@vetrina/domain/conversation-step';
import type { Face } from '@vetrina/protocol/conversation';
import type { ConversationSearch } from '@vetrina/protocol/http/conversations';
import type { AccountId, AgentId, ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';

export interface ConversationKey {
  readonly account: AccountId;
  readonly conversation: ConversationId;
}

/** What is to be changed: one conversation, or whichever is a visitor's newest. */
export type Place = ConversationKey | { readonly account: AccountId; readonly visitor: VisitorId };

/** How things stand while they are held still for one decision. */
export interface Standing {
  readonly visitor: VisitorId;
  /** The visitor's group as it is saved. */
  readonly visitorGroup: string | null;
  /** null: this visitor has none yet. */
  readonly current: Conversation | null;
  /** False: the visitor has a newer one than `current`. Only the newest can be unresolved. */
  readonly newest: boolean;
  readonly log: HeldLog;
  /** A8: what waits at `at` (ms since 1970) for the visitor's answer; null: nothing. */
  greeting(at: number): Promise<Greeting | null>;
}

/** The log of `Standing.current`; to be asked only while the decision is made. */
export interface HeldLog {
  entry(id: MessageId): Promise<LogEntry | null>;
  /** Messages that both sides see and nobody took back, newest first. */
  newestMessages(limit: number): Promise<readonly LogEntry[]>;
  /** How many messages of the visitor stand up to `seq`. */
  visitorMessagesUntil(seq: number): Promise<number>;
  /** How many messages of the team, without recalled ones, stand up to `publicSeq`. */
  teamMessagesUntil(publicSeq: number): Promise<number>;
  lastSeqOfVisitor(): Promise<number | null>;
  /** When an agent last wrote; null: never. */
  lastAtOfTeam(): Promise<number | null>;
  /** Is anything in it by the visitor: words, a form, a rating? */
  hasWordOfVisitor(): Promise<boolean>;
  readMark(agent: AgentId): Promise<ReadMark | null>;
}

/** What was decided: a step, and perhaps where one agent's own read mark goes, and that this is a contact. */
export interface Decided extends Step {
  readonly readBy?: ReadMark & { readonly agent: AgentId };
  /** A3: somebody is written to who had not asked. */
  readonly contact?: KnownContact;
}

/**
 * A decision asks nothing but what it is handed: it is made inside a transaction. What it throws undoes everything; null:
 * nothing is to be done.
 */
export type Decide = (standing: Standing) => Decided | null | Promise<Decided | null>;

/** What was saved. `before` null: the conversation is new. */
export interface Written {
  readonly before: Conversation | null;
  readonly after: Conversation;
  readonly entries: readonly LogEntry[];
  readonly readBy: (ReadMark & { readonly agent: AgentId }) | null;
  readonly contact: KnownContact | null;
}

/** Where a message stands. `publicSeq` null: the visitor does not see it. */
export interface Acknowledgement {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly publicSeq: number | null;
  readonly at: number;
}

/**
 * The one way in which conversations change (C3). All that concerns one visitor happens one after the other, also over
 * several processes; what is resolved is committed. A foreign place is answered like an unknown one.
 */
export interface ConversationLog {
  /**
   * Changes a conversation, or begins one. Null: no such place, or nothing was to be done.
   * @throws what `decide` throws; nothing is changed then
   */
  change(place: Place, decide: Decide): Promise<Written | null>;
  /**
   * The same for what was sent under an id of the sender's: `decide` adds an entry of that id. Sent again, it gets the first
   * answer, `decide` is not asked, and `written` is null. Null: no such place.
   * @throws Refusal `id_reused` if something else was sent under the id, and what `decide` throws
   */
  say(
    place: Place,
    sent: Pick<NewLogEntry, 'id' | 'sender' | 'body'>,
    decide: Decide,
  ): Promise<{ readonly ack: Acknowledgement; readonly written: Written | null } | null>;
}

/** Who a visitor is, as conversations show it, on the site or not. */
export interface VisitorFacts {
  readonly id: VisitorId;
  readonly number: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly country: string | null;
  /** By itself, not by its address; `until` null: until unblocked. */
  readonly blocked: { readonly until: number | null } | null;
}

/** Entries of a log between two places, both excluded; `limit` of them: the newest. Ascending. */
export interface Stretch {
  readonly after: number;
  readonly before: number;
  readonly limit: number;
}

/** What is read of conversations. Nothing here knows who asks: whoever calls has checked that they may. */
export interface ConversationReads {
  find(key: ConversationKey): Promise<Conversation | null>;
  /** The visitor's newest one. */
  newestOf(account: AccountId, visitor: VisitorId): Promise<Conversation | null>;
  /** All that are not resolved: what the inbox is filled with at first use. */
  unresolved(account: AccountId): Promise<readonly Conversation[]>;
  /** Of those asked for, the ones this agent has read anything of. */
  readMarks(
    account: AccountId,
    agent: AgentId,
    conversations: readonly ConversationId[],
  ): Promise<ReadonlyMap<ConversationId, ReadMark>>;
  visitors(account: AccountId, ids: readonly VisitorId[]): Promise<ReadonlyMap<VisitorId, VisitorFacts>>;
  /** By `seq`. */
  entries(key: ConversationKey, stretch: Stretch): Promise<readonly LogEntry[]>;
  /** What the visitor sees, by `publicSeq`. */
  publicEntries(key: ConversationKey, stretch: Stretch): Promise<readonly LogEntry[]>;
}

/** Whose sight a search keeps to (T1). */
export interface Viewer {
  readonly agent: AgentId;
  readonly groups: readonly string[];
}

/** C4: search over conversations. */
export interface ConversationIndex {
  /** Newest first: by when they were resolved, or begun if all of a visitor's or any state is asked for. */
  search(
    account: AccountId,
    viewer: Viewer,
    search: ConversationSearch,
  ): Promise<{ readonly conversations: readonly Conversation[]; readonly total: number; readonly next: string | null }>;
}

/** Everything of conversations that is in SQL. */
export interface ConversationStore extends ConversationLog, ConversationReads, ConversationIndex {}

/** The team as conversations need to know it. */
export interface Colleagues {
  /** Everyone who ever wrote for the account, also those who left. */
  faces(account: AccountId): Promise<ReadonlyMap<AgentId, Face>>;
  /** Can conversations be given to this agent? False for one of another account, or who left. */
  isActive(account: AccountId, agent: AgentId): Promise<boolean>;
  hasGroup(account: AccountId, group: string): Promise<boolean>;
}
