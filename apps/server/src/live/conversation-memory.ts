import type { Conversation } from '@vetrina/domain/conversation';
import type { ReadMark } from '@vetrina/domain/conversation-reading';
import { inboxOrder } from '@vetrina/domain/inbox';
import type { AccountId, AgentId, ConversationId, VisitorId } from '@vetrina/protocol/ids';
import type { ConversationChange } from '../conversations/changes.ts';
import type { ConversationReads, VisitorFacts } from '../conversations/ports.ts';

type Reads = Pick<ConversationReads, 'unresolved' | 'visitors' | 'newestOf' | 'readMarks'>;

/** What is remembered of one account's conversations. */
export class AccountConversations {
  /** Everything that is not resolved. */
  readonly unresolved = new Map<ConversationId, Conversation>();
  /** The newest of each visitor who has an unresolved one or is on the site. */
  readonly newest = new Map<VisitorId, Conversation>();
  /** Who the visitors of unresolved conversations are, as the store knows them. */
  readonly facts = new Map<VisitorId, VisitorFacts>();
  readonly #marks = new Map<AgentId, Map<ConversationId, ReadMark>>();
  #sorted: readonly Conversation[] | null = null;

  /** All unresolved ones by `inboxOrder`. */
  sorted(): readonly Conversation[] {
    this.#sorted ??= [...this.unresolved.values()].sort(inboxOrder);
    return this.#sorted;
  }

  mark(agent: AgentId, conversation: ConversationId): ReadMark | null {
    return this.#marks.get(agent)?.get(conversation) ?? null;
  }

  put(conversation: Conversation): void {
    const { id, visitor } = conversation;
    this.#sorted = null;
    if (conversation.state === 'resolved') this.unresolved.delete(id);
    else this.unresolved.set(id, conversation);
    const known = this.newest.get(visitor);
    if (known === undefined || known.id === id || known.createdAt <= conversation.createdAt)
      this.newest.set(visitor, conversation);
  }

  setMark(agent: AgentId, conversation: ConversationId, mark: ReadMark): void {
    this.#marks.get(agent)?.set(conversation, mark);
  }

  knowsMarksOf(agent: AgentId): boolean {
    return this.#marks.has(agent);
  }

  keepMarksOf(agent: AgentId, marks: ReadonlyMap<ConversationId, ReadMark>): void {
    this.#marks.set(agent, new Map(marks));
  }

  agentsWithMarks(): readonly AgentId[] {
    return [...this.#marks.keys()];
  }

  /** The visitor left, or the conversation ended: what nobody looks at is let go of. */
  release(visitor: VisitorId, isOnSite: boolean): void {
    if (isOnSite || this.newest.get(visitor)?.state !== 'resolved') return;
    this.newest.delete(visitor);
    this.facts.delete(visitor);
  }
}

const NONE: AccountConversations = new AccountConversations();

/**
 * The conversations that somebody may look at now, in memory: all unresolved ones of every account that was asked about,
 * and the newest of visitors on the site. Filled from the store at first use, kept true by every change.
 */
export class ConversationMemory {
  readonly #reads: Reads;
  readonly #accounts = new Map<AccountId, AccountConversations>();
  readonly #reading = new Map<AccountId, { readonly done: Promise<void>; readonly missed: ConversationChange[] }>();

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** What is known of an account; nothing before `ready`. */
  of(account: AccountId): AccountConversations {
    return this.#accounts.get(account) ?? NONE;
  }

  /** Reads an account's unresolved conversations, once. Rejects if the store fails, and reads again when asked again. */
  async ready(account: AccountId): Promise<AccountConversations> {
    const known = this.#accounts.get(account);
    if (known !== undefined) return known;
    let reading = this.#reading.get(account);
    if (reading === undefined) {
      const missed: ConversationChange[] = [];
      reading = { missed, done: this.#read(account, missed).finally(() => this.#reading.delete(account)) };
      this.#reading.set(account, reading);
    }
    await reading.done;
    return this.of(account);
  }

  /** Makes known what a visitor's box and row show: their newest conversation. `hasAny`: the store is asked if not known. */
  async recall(account: AccountId, visitor: VisitorId, hasAny: boolean): Promise<void> {
    const known = await this.ready(account);
    if (!hasAny || known.newest.has(visitor)) return;
    const newest = await this.#reads.newestOf(account, visitor);
    // A change may have been faster, and then it knows better.
    if (newest !== null && !known.newest.has(visitor)) known.put(newest);
  }

  /** How far an agent has read, for `AccountConversations.mark`. */
  async readyFor(account: AccountId, agent: AgentId): Promise<void> {
    const known = await this.ready(account);
    if (known.knowsMarksOf(agent)) return;
    const marks = await this.#reads.readMarks(account, agent, [...known.unresolved.keys()]);
    if (!known.knowsMarksOf(agent)) known.keepMarksOf(agent, marks);
  }

  /** Whatever the reactions to this change will ask for, read beforehand. */
  async prepare({ account, conversation, before }: ConversationChange): Promise<void> {
    const known = await this.ready(account);
    const { id, visitor } = conversation;
    if (!known.facts.has(visitor)) {
      const facts = (await this.#reads.visitors(account, [visitor])).get(visitor);
      if (facts !== undefined) known.facts.set(visitor, facts);
    }
    if (before !== null && before.state === 'resolved' && conversation.state !== 'resolved') {
      for (const agent of known.agentsWithMarks()) {
        const mark = (await this.#reads.readMarks(account, agent, [id])).get(id);
        if (mark !== undefined) known.setMark(agent, id, mark);
      }
    }
  }

  changed(change: ConversationChange): void {
    const { account, conversation, readBy } = change;
    this.#reading.get(account)?.missed.push(change);
    const known = this.#accounts.get(account);
    if (known === undefined) return;
    known.put(conversation);
    if (readBy !== null) known.setMark(readBy.agent, conversation.id, readBy);
  }

  /** The store knows the visitor otherwise now; read again when next needed. */
  async refreshVisitor(account: AccountId, visitor: VisitorId): Promise<void> {
    const known = this.#accounts.get(account);
    if (known === undefined || !known.facts.has(visitor)) return;
    const facts = (await this.#reads.visitors(account, [visitor])).get(visitor);
    if (facts !== undefined) known.facts.set(visitor, facts);
  }

  /** Unresolved conversations held. */
  get size(): number {
    let size = 0;
    for (const { unresolved } of this.#accounts.values()) size += unresolved.size;
    return size;
  }

  async #read(account: AccountId, missed: readonly ConversationChange[]): Promise<void> {
    const unresolved = await this.#reads.unresolved(account);
    const facts = await this.#reads.visitors(account, [...new Set(unresolved.map(({ visitor }) => visitor))]);
    const made = new AccountConversations();
    for (const conversation of unresolved) made.put(conversation);
    for (const [visitor, fact] of facts) made.facts.set(visitor, fact);
    // What happened while the store was asked may be missing in its answer.
    for (const { conversation } of missed) made.put(conversation);
    this.#accounts.set(account, made);
  }
}
