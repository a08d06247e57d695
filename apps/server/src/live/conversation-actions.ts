import type { Conversation } from '@vetrina/domain/conversation';
import type { Entry } from '@vetrina/protocol/conversation';
import type { ConversationSearch, ConversationsFound, TransferTo } from '@vetrina/protocol/http/conversations';
import type { AccountId, AgentId, ConversationId, MessageId, TagId } from '@vetrina/protocol/ids';
import type { AccountDirectory, Actor } from '../accounts/ports.ts';
import { assignConversation, unassignConversation } from '../conversations/assign-conversation.ts';
import type { ConversationChange } from '../conversations/changes.ts';
import { joinConversation } from '../conversations/join-conversation.ts';
import { leaveConversation } from '../conversations/leave-conversation.ts';
import { markUnread } from '../conversations/mark-unread.ts';
import type { Colleagues, ConversationKey, ConversationStore } from '../conversations/ports.ts';
import { olderForTeam } from '../conversations/read-log.ts';
import { recallMessage } from '../conversations/recall-message.ts';
import { recordTranscript } from '../conversations/record-transcript.ts';
import { releaseColleague } from '../conversations/release-colleague.ts';
import { reopenConversation } from '../conversations/reopen-conversation.ts';
import { resolveConversation } from '../conversations/resolve-conversation.ts';
import { searchConversations } from '../conversations/search-conversations.ts';
import { type TagParts, tagConversation } from '../conversations/tag-conversation.ts';
import { transferConversation } from '../conversations/transfer-conversation.ts';
import type { MailWishes } from '../mail/ports.ts';
import { createAttemptLimit } from '../platform/attempts.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { Settlement } from './settlement.ts';
import type { ShownEntries } from './shown-entries.ts';
import type { Summaries } from './summaries.ts';
import { Turns } from './turns.ts';

export interface ConversationActionsParts {
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'message'>;
  readonly accounts: Pick<AccountDirectory, 'byId'>;
  readonly store: ConversationStore;
  readonly colleagues: Pick<Colleagues, 'isActive' | 'hasGroup'>;
  readonly tags: TagParts['tags'];
  readonly memory: ConversationMemory;
  readonly settlement: Settlement;
  readonly summaries: Summaries;
  readonly shown: ShownEntries;
  readonly mail: { readonly isOn: boolean; readonly wishes: MailWishes };
}

/**
 * What agents do to conversations beside talking, for whoever speaks to them (HTTP today). The names are those of
 * `protocol/http/routes`. Every method acts within what the actor may see and throws `Refusal`.
 */
export interface ConversationActions {
  search(actor: Actor, search: ConversationSearch): Promise<ConversationsFound>;
  entries(actor: Actor, conversation: ConversationId, before: number): Promise<Entry[]>;
  join(actor: Actor, conversation: ConversationId): Promise<void>;
  leave(actor: Actor, conversation: ConversationId): Promise<void>;
  assign(actor: Actor, conversation: ConversationId, agent: AgentId): Promise<void>;
  unassign(actor: Actor, conversation: ConversationId, agent: AgentId): Promise<void>;
  transfer(actor: Actor, conversation: ConversationId, to: TransferTo): Promise<void>;
  resolve(actor: Actor, conversation: ConversationId): Promise<void>;
  reopen(actor: Actor, conversation: ConversationId): Promise<void>;
  markUnread(actor: Actor, conversation: ConversationId): Promise<void>;
  tag(actor: Actor, conversation: ConversationId, tags: readonly TagId[]): Promise<void>;
  recall(actor: Actor, conversation: ConversationId, message: MessageId): Promise<void>;
  /** Somebody no longer works here: what they were on is taken up by others. */
  release(actor: Actor, agent: AgentId): Promise<void>;
  /** C4: by e-mail to this address. */
  transcript(actor: Actor, conversation: ConversationId, email: string): Promise<void>;
}

/** Of one agent: a letter typed is a search at most. */
const SEARCHES = { tries: 240, withinMs: 60_000 };

type Verb = (key: ConversationKey, at: number) => Promise<ConversationChange | null>;

export function createConversationActions(parts: ConversationActionsParts): ConversationActions {
  const { clock, store, colleagues, tags } = parts;
  const log = { log: store, ids: parts.ids };
  const searches = createAttemptLimit(clock, SEARCHES.tries, SEARCHES.withinMs);
  /** An account's searches wait for each other, not everybody's messages for them. */
  const searching = new Turns<AccountId>();
  const accountOf = async ({ account }: Actor) => {
    const known = await parts.accounts.byId(account);
    if (known === null) throw new Refusal('not_found');
    return known;
  };
  /** One visitor's conversations change one after the other, so the visitor is looked up first. */
  const settle = async (actor: Actor, conversation: ConversationId, verb: Verb) => {
    const key = { account: actor.account, conversation };
    const found = parts.memory.of(actor.account).unresolved.get(conversation) ?? (await store.find(key));
    if (found === null) throw new Refusal('not_found');
    await parts.settlement.change(found.visitor, () => verb(key, clock.now()));
  };
  return {
    async search(actor, search) {
      searches.count(actor.agent);
      return searching.run(actor.account, () => found(parts, actor, search));
    },
    async entries(actor, conversation, before) {
      const older = await olderForTeam({ store }, actor, { account: actor.account, conversation }, before);
      return parts.shown.forTeam(older, await parts.shown.lookUp(actor.account, older));
    },
    join: (actor, conversation) => settle(actor, conversation, (key, at) => joinConversation(log, actor, key, at)),
    leave: (actor, conversation) => settle(actor, conversation, (key, at) => leaveConversation(log, actor, key, at)),
    assign: (actor, conversation, agent) =>
      settle(actor, conversation, (key, at) => assignConversation({ ...log, colleagues }, actor, key, agent, at)),
    unassign: (actor, conversation, agent) =>
      settle(actor, conversation, (key, at) => unassignConversation(log, actor, key, agent, at)),
    transfer: (actor, conversation, to) =>
      settle(actor, conversation, async (key, at) =>
        transferConversation({ ...log, colleagues }, await accountOf(actor), actor, key, to, at),
      ),
    resolve: (actor, conversation) =>
      settle(actor, conversation, (key, at) => resolveConversation(log, actor, key, at)),
    reopen: (actor, conversation) =>
      settle(actor, conversation, async (key, at) => reopenConversation(log, await accountOf(actor), actor, key, at)),
    markUnread: (actor, conversation) => settle(actor, conversation, (key, at) => markUnread(log, actor, key, at)),
    tag: (actor, conversation, wanted) =>
      settle(actor, conversation, (key, at) => tagConversation({ ...log, tags }, actor, key, wanted, at)),
    async release(actor, agent) {
      for (const { id, visitor, agents } of await store.unresolved(actor.account)) {
        if (!agents.includes(agent)) continue;
        const key = { account: actor.account, conversation: id };
        await parts.settlement.change(visitor, () => releaseColleague(log, actor, key, agent, clock.now()));
      }
    },
    async transcript(actor, conversation, email) {
      if (!parts.mail.isOn) throw new Refusal('mail_off');
      parts.mail.wishes.count(actor.agent, email);
      await settle(actor, conversation, (key, at) => recordTranscript(log, actor, key, email, at));
    },
    recall: (actor, conversation, message) =>
      settle(actor, conversation, (key, at) => recallMessage(log, actor, key, message, at)),
  };
}

/** What was found, with who the visitors are and what this agent has read of it, looked up once for all. */
async function found(parts: ConversationActionsParts, actor: Actor, search: ConversationSearch) {
  const { store, summaries, shown } = parts;
  const { conversations, total, next } = await searchConversations({ store }, actor, search);
  const visitors = [...new Set(conversations.map(({ visitor }) => visitor))];
  const ids = conversations.map(({ id }) => id);
  const [facts, marks] = await Promise.all([
    store.visitors(actor.account, visitors),
    store.readMarks(actor.account, actor.agent, ids),
    shown.faces(actor.account),
  ]);
  const summary = (conversation: Conversation) =>
    summaries.show(
      actor.account,
      conversation,
      facts.get(conversation.visitor) ?? null,
      marks.get(conversation.id) ?? null,
    );
  return { conversations: conversations.map(summary), total, next };
}
