import type { Entry } from '@vetrina/protocol/conversation';
import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { AgentState } from '@vetrina/protocol/http/team';
import type { AgentId, ConversationId } from '@vetrina/protocol/ids';
import type { Claims } from '@vetrina/protocol/messages/compose';
import type { ToAgent } from '@vetrina/protocol/to-agent';
import {
  beginFollowing,
  type FollowedConversation,
  followFrame,
  takeAgain,
  takeAnswer,
  takeEntry,
  takeOlder,
} from './followed-conversation.ts';
import {
  askInbox,
  EMPTY_INBOX,
  type InboxView,
  inboxFrame,
  takeInboxPatch,
  takeInboxWindow,
  type WatchedInbox,
} from './watched-inbox.ts';

/** What the agent's socket told about conversations and the people who hold them. */
export interface ChatFeed {
  readonly inbox: WatchedInbox;
  readonly conversation: FollowedConversation | null;
  /** V8: who is writing to whom. */
  readonly claims: Claims['claims'];
  /** The colleagues and who of them is online; null until the server told. */
  readonly team: readonly AgentState[] | null;
  /** Whose screen this is; null before the first welcome. */
  readonly me: AgentId | null;
}

export const EMPTY_CHAT: ChatFeed = { inbox: EMPTY_INBOX, conversation: null, claims: [], team: null, me: null };

export type ChatEvent =
  | { type: 'inbox'; view: InboxView | null }
  | { type: 'follow-conversation'; conversation: ConversationId | null }
  /** Fetched because somebody scrolled up. */
  | { type: 'older'; conversation: ConversationId; entries: readonly Entry[] }
  /** Fetched once more, for fresh addresses of files. */
  | { type: 'again'; conversation: ConversationId; entries: readonly Entry[] };

export interface ChatStep {
  readonly chat: ChatFeed;
  /** What is to be said to the server, if it listens. */
  readonly say: readonly FromAgent[];
}

/** One step of what a screen wants to see of conversations. */
export function stepChat(chat: ChatFeed, event: ChatEvent): ChatStep {
  switch (event.type) {
    case 'inbox':
      return watchInbox(chat, event.view);
    case 'follow-conversation':
      return followConversation(chat, event.conversation);
    case 'older':
      return inConversation(chat, event.conversation, (followed) => takeOlder(followed, event.entries));
    case 'again':
      return inConversation(chat, event.conversation, (followed) => takeAgain(followed, event.entries));
  }
}

/** One frame of the server, whatever it is about. `at`: our clock, ms. */
export function hearChat(chat: ChatFeed, frame: ToAgent, at: number): ChatStep {
  switch (frame.type) {
    case 'welcome':
      return askAgain({ ...chat, me: frame.agent });
    case 'inbox':
      return quietly({ ...chat, inbox: takeInboxWindow(chat.inbox, frame) });
    case 'inbox-patch':
      return quietly({ ...chat, inbox: takeInboxPatch(chat.inbox, frame) });
    case 'inbox-counts':
      return quietly({ ...chat, inbox: { ...chat.inbox, counts: frame.counts } });
    case 'claims':
      return quietly({ ...chat, claims: frame.claims });
    case 'team':
      return quietly({ ...chat, team: frame.agents });
    case 'conversation-followed':
      return inConversation(chat, frame.conversation, (followed) => takeAnswer(followed, frame));
    case 'entry':
      return hearEntry(chat, frame.conversation, frame.entry);
    case 'conversation-changed':
      return inConversation(chat, frame.summary.id, (followed) => ({ ...followed, summary: frame.summary }));
    case 'read-up-to':
      return inConversation(chat, frame.conversation, (followed) => ({ ...followed, marks: frame.marks }));
    case 'visitor-typing': {
      const typing = frame.text === null ? null : { text: frame.text, at };
      return inConversation(chat, frame.conversation, (followed) => ({ ...followed, typing }));
    }
    default:
      return quietly(chat);
  }
}

/** The line is down: what is shown is the last known state. */
export function loseChat(chat: ChatFeed): ChatFeed {
  const { inbox, conversation } = chat;
  return {
    ...chat,
    inbox: { ...inbox, isLive: false },
    conversation: conversation?.state === 'live' ? { ...conversation, state: 'stale', typing: null } : conversation,
    claims: [],
  };
}

function quietly(chat: ChatFeed): ChatStep {
  return { chat, say: [] };
}

/** After every welcome everything is asked for again: the server may have lost its memory. */
function askAgain(chat: ChatFeed): ChatStep {
  const inbox = chat.inbox.view ? askInbox(chat.inbox, chat.inbox.view) : chat.inbox;
  const say: FromAgent[] = [];
  if (inbox.view) say.push(inboxFrame(inbox));
  if (chat.conversation) say.push(followFrame(chat.conversation));
  return { chat: { ...chat, inbox }, say };
}

function watchInbox(chat: ChatFeed, view: InboxView | null): ChatStep {
  const { inbox } = chat;
  if (sameView(inbox.view, view)) return quietly(chat);
  const asked = askInbox(inbox, view);
  return { chat: { ...chat, inbox: asked }, say: [inboxFrame(asked)] };
}

function sameView(a: InboxView | null, b: InboxView | null): boolean {
  return a?.folder === b?.folder && a?.offset === b?.offset && a?.limit === b?.limit;
}

function followConversation(chat: ChatFeed, id: ConversationId | null): ChatStep {
  if ((chat.conversation?.id ?? null) === id) return quietly(chat);
  if (id === null) {
    const stop: FromAgent = { type: 'follow-conversation', conversation: null, after: 0 };
    return { chat: { ...chat, conversation: null }, say: [stop] };
  }
  const conversation = beginFollowing(id);
  return { chat: { ...chat, conversation }, say: [followFrame(conversation)] };
}

/** A change of the followed conversation; news of another one are of the past. */
function inConversation(
  chat: ChatFeed,
  id: ConversationId,
  change: (followed: FollowedConversation) => FollowedConversation,
): ChatStep {
  if (chat.conversation?.id !== id) return quietly(chat);
  const conversation = change(chat.conversation);
  return quietly(conversation === chat.conversation ? chat : { ...chat, conversation });
}

function hearEntry(chat: ChatFeed, id: ConversationId, entry: Entry): ChatStep {
  const { conversation } = chat;
  if (conversation?.id !== id) return quietly(chat);
  const taken = takeEntry(conversation, entry);
  if (taken) return quietly(taken === conversation ? chat : { ...chat, conversation: taken });
  // Something is missing. One question is enough, however many entries come before its answer.
  if (conversation.state === 'stale') return quietly(chat);
  return { chat: { ...chat, conversation: { ...conversation, state: 'stale' } }, say: [followFrame(conversation)] };
}
