import type { Conversation } from '@vetrina/domain/conversation';
import { seesConversation } from '@vetrina/domain/conversation-sight';
import type { ConversationSummary, Entry } from '@vetrina/protocol/conversation';
import type { ConversationId } from '@vetrina/protocol/ids';
import type { FollowConversation } from '@vetrina/protocol/messages/follow-conversation';
import type { ReadUpTo } from '@vetrina/protocol/messages/read';
import type { ToAgent } from '@vetrina/protocol/to-agent';
import type { Actor } from '../accounts/ports.ts';
import type { Tail } from '../conversations/read-log.ts';
import type { Clock } from '../platform/clock.ts';
import type { Desk, Desks } from './desks.ts';

/** After a failed reading (the database is away) the next one is tried so much later, ms. */
const RETRY = 2_000;

/** What a screen is sent when it begins to follow, made ready for it. */
export interface Followable {
  readonly tail: Pick<Tail, 'conversation' | 'follows'>;
  readonly entries: Entry[];
  readonly summary: ConversationSummary;
}

export interface FollowerParts {
  readonly clock: Pick<Clock, 'after'>;
  readonly desks: Desks;
  /** What is newer than `after`, if this agent may see it: checked with every reading. */
  readonly read: (actor: Actor, conversation: ConversationId, after: number) => Promise<Followable | null>;
  readonly summary: (actor: Actor, conversation: Conversation) => ConversationSummary;
  readonly failed: (reason: unknown) => void;
}

interface Follower {
  readonly desk: Desk;
  readonly conversation: ConversationId;
  /** The newest seq that the screen was sent. */
  sent: number;
  /** `live`: each entry is sent as it comes. `behind`: the screen could take no more, and the log is read again later. */
  state: 'live' | 'behind' | { readonly readingMissed: Entry[] };
  /** Facts to be told with the next tick. */
  newest: Conversation | null;
}

/** Screens that show one conversation each: the newest entries, then each further one, without a gap (C3). */
export class ConversationFollowers {
  readonly #parts: FollowerParts;
  readonly #byDesk = new Map<Desk, Follower>();
  readonly #byConversation = new Map<ConversationId, Set<Follower>>();

  constructor(parts: FollowerParts) {
    this.#parts = parts;
    parts.desks.tells('followed', (desk) => this.#catchUp(desk));
  }

  /** Follows another conversation, or none. What may not be seen is answered like what does not exist. */
  follow(desk: Desk, { conversation, after }: FollowConversation): void {
    this.forget(desk);
    if (conversation === null) return;
    const follower: Follower = { desk, conversation, sent: after, state: 'behind', newest: null };
    this.#byDesk.set(desk, follower);
    const others = this.#byConversation.get(conversation) ?? new Set();
    others.add(follower);
    this.#byConversation.set(conversation, others);
    void this.#read(follower);
  }

  forget(desk: Desk): void {
    const follower = this.#byDesk.get(desk);
    if (follower === undefined) return;
    this.#byDesk.delete(desk);
    const others = this.#byConversation.get(follower.conversation);
    others?.delete(follower);
    if (others?.size === 0) this.#byConversation.delete(follower.conversation);
  }

  /** Does any screen show it? Otherwise nothing needs to be made ready. */
  isFollowed(conversation: ConversationId): boolean {
    return this.#byConversation.has(conversation);
  }

  /** More entries, in their order, or other facts. */
  changed(conversation: Conversation, entries: readonly Entry[]): void {
    for (const follower of [...(this.#byConversation.get(conversation.id) ?? [])]) {
      const { desk } = follower;
      // Transferred to where this agent does not look.
      if (!seesConversation(desk.actor, conversation)) {
        this.forget(desk);
        desk.send({ type: 'conversation-followed', conversation: conversation.id, found: null });
        continue;
      }
      for (const entry of entries) this.#add(follower, entry);
      follower.newest = conversation;
      this.#parts.desks.mark(desk, 'followed');
    }
  }

  /** Something that is not in the log: typing, marks. Left out where it cannot be taken. */
  tell(conversation: ConversationId, frame: ToAgent): void {
    for (const { desk, state } of this.#byConversation.get(conversation) ?? [])
      if (state === 'live' && !desk.isStuck) desk.send(frame);
  }

  get size(): number {
    return this.#byDesk.size;
  }

  #add(follower: Follower, entry: Entry): void {
    const { desk, conversation, state } = follower;
    if (state === 'behind') return;
    if (state !== 'live') state.readingMissed.push(entry);
    else if (desk.isStuck) follower.state = 'behind';
    else if (entry.seq > follower.sent) {
      follower.sent = entry.seq;
      desk.send({ type: 'entry', conversation, entry });
    }
  }

  /** The screen can take more: what it missed is read from the log, not kept for it. */
  #catchUp(desk: Desk): void {
    const follower = this.#byDesk.get(desk);
    if (follower === undefined || follower.newest === null) return;
    if (follower.state === 'behind') void this.#read(follower);
    // What is being read answers with the facts of then.
    if (follower.state !== 'live') return;
    const summary = this.#parts.summary(desk.actor, follower.newest);
    follower.newest = null;
    desk.send({ type: 'conversation-changed', summary });
  }

  async #read(follower: Follower): Promise<void> {
    const { desk, conversation } = follower;
    follower.state = { readingMissed: [] };
    try {
      const found = await this.#parts.read(desk.actor, conversation, follower.sent);
      if (this.#byDesk.get(desk) === follower) this.#answer(follower, found);
    } catch (reason) {
      this.#parts.failed(reason);
      follower.state = 'behind';
      this.#parts.clock.after(RETRY, () => {
        if (this.#byDesk.get(desk) === follower && follower.state === 'behind') void this.#read(follower);
      });
    }
  }

  #answer(follower: Follower, found: Followable | null): void {
    const { desk, conversation } = follower;
    if (found === null) {
      this.forget(desk);
      desk.send({ type: 'conversation-followed', conversation, found: null });
      return;
    }
    const { tail, entries, summary } = found;
    const marks = marksOf(tail.conversation);
    const missed = typeof follower.state === 'object' ? follower.state.readingMissed : [];
    follower.state = 'live';
    follower.sent = tail.conversation.lastSeq;
    desk.send({
      type: 'conversation-followed',
      conversation,
      found: { summary, follows: tail.follows, entries, marks },
    });
    for (const entry of missed) this.#add(follower, entry);
    if (follower.newest !== null) this.#parts.desks.mark(desk, 'followed');
  }
}

/** Up to where each side has read, as the team counts. */
export function marksOf({ visitorReadSeq, teamReadSeq }: Conversation): ReadUpTo['marks'] {
  return { visitor: visitorReadSeq, team: teamReadSeq };
}
