import type { Conversation } from '@vetrina/domain/conversation';
import { asksToBeRead } from '@vetrina/domain/conversation-reading';
import { seesConversation } from '@vetrina/domain/conversation-sight';
import { diffInbox, inFolder } from '@vetrina/domain/inbox';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import {
  type InboxCounts,
  type InboxWindow,
  LIVE_FOLDERS,
  type LiveFolder,
  type WatchInbox,
} from '@vetrina/protocol/messages/inbox';
import type { Actor } from '../accounts/ports.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { Desk, Desks } from './desks.ts';
import type { Summaries } from './summaries.ts';

interface Watched {
  readonly watch: number;
  readonly folder: LiveFolder;
  readonly offset: number;
  readonly limit: number;
  /** What the screen shows; null: nothing yet. */
  sent: InboxWindow | null;
}

/**
 * Keeps every agent's inbox true (C2): at most ten times a second, what turns the window a desk was sent into the window as
 * it is. Answers from the memory; what an agent may not see is not in it (T1).
 */
export class InboxFeed {
  readonly #memory: ConversationMemory;
  readonly #summaries: Summaries;
  readonly #desks: Desks;
  readonly #watched = new WeakMap<Desk, Watched>();
  readonly #countsSent = new WeakMap<Desk, string>();

  constructor(memory: ConversationMemory, summaries: Summaries, desks: Desks) {
    this.#memory = memory;
    this.#summaries = summaries;
    this.#desks = desks;
    desks.tells('inbox', (desk) => this.#tell(desk));
    desks.tells('counts', (desk) => this.#tellCounts(desk));
  }

  /** Shows another folder, or none. */
  watch(desk: Desk, { folder, watch, offset = 0, limit }: WatchInbox): void {
    if (folder === null) {
      this.#watched.delete(desk);
      return;
    }
    this.#watched.set(desk, { watch, folder, offset, limit, sent: null });
    if (desk.isStuck) this.#desks.mark(desk, 'inbox');
    else this.#tell(desk);
  }

  /** The counts, once on connecting. */
  greet(desk: Desk): void {
    this.#desks.mark(desk, 'counts');
  }

  /** Something that inboxes show is otherwise now. */
  changed(account: AccountId): void {
    this.#desks.markAll(account, 'inbox');
    this.#desks.markAll(account, 'counts');
  }

  /** The same, if the visitor stands in an inbox at all. */
  visitorChanged(account: AccountId, visitor: VisitorId): void {
    const newest = this.#memory.of(account).newest.get(visitor);
    if (newest !== undefined && newest.state !== 'resolved') this.#desks.markAll(account, 'inbox');
  }

  /** How much stands in each folder of this agent, as far as it is in memory. */
  counts(actor: Pick<Actor, 'account' | 'agent' | 'groups'>): InboxCounts['counts'] {
    const known = this.#memory.of(actor.account);
    const counts = { new: none(), mine: none(), open: none() } satisfies InboxCounts['counts'];
    for (const conversation of this.#visible(actor)) {
      const isUnread = asksToBeRead(conversation, known.mark(actor.agent, conversation.id));
      for (const folder of LIVE_FOLDERS) {
        if (!inFolder(folder, conversation, actor.agent)) continue;
        counts[folder].conversations += 1;
        if (isUnread) counts[folder].unread += 1;
      }
    }
    return counts;
  }

  #tell(desk: Desk): void {
    const watched = this.#watched.get(desk);
    if (watched === undefined) return;
    const window = this.#window(desk, watched);
    const { sent } = watched;
    watched.sent = window;
    if (sent === null) {
      desk.send(window);
      return;
    }
    const diff = diffInbox(sent, window);
    if (diff !== null) desk.send({ type: 'inbox-patch', watch: watched.watch, ...diff });
  }

  #window({ actor }: Desk, { watch, folder, offset: wanted, limit }: Watched): InboxWindow {
    const standing = this.#visible(actor).filter((conversation) => inFolder(folder, conversation, actor.agent));
    // Who looks at the end of a list that has become shorter is shown its end.
    const offset = Math.min(wanted, Math.max(0, standing.length - limit));
    const shown = standing.slice(offset, offset + limit);
    return {
      type: 'inbox',
      watch,
      ...{ folder, offset },
      total: standing.length,
      conversations: shown.map((conversation) => this.#summaries.of(actor, conversation)),
    };
  }

  #tellCounts(desk: Desk): void {
    const counts = this.counts(desk.actor);
    const text = JSON.stringify(counts);
    if (this.#countsSent.get(desk) === text) return;
    this.#countsSent.set(desk, text);
    desk.send({ type: 'inbox-counts', counts });
  }

  #visible(actor: Pick<Actor, 'account' | 'agent' | 'groups'>): readonly Conversation[] {
    const all = this.#memory.of(actor.account).sorted();
    return actor.groups.length === 0 ? all : all.filter((conversation) => seesConversation(actor, conversation));
  }
}

const none = () => ({ conversations: 0, unread: 0 });
