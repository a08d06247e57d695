import type { ConversationState } from '@vetrina/protocol/conversation';
import type { AgentId, ConversationId } from '@vetrina/protocol/ids';
import type { InboxPatch, InboxWindow, LiveFolder } from '@vetrina/protocol/messages/inbox';
import { sameData } from './same-data.ts';

/** What decides a conversation's place in the inbox; both its stored form and its summary have it. */
interface Placed {
  readonly id: ConversationId;
  readonly waitingSince: number | null;
  readonly lastMessage: { readonly at: number } | null;
  readonly createdAt: number;
}

/**
 * C2: negative if `a` stands above `b`. Whoever waits for an answer comes first, the longest wait on top; below them the
 * latest message. The order is the same for every agent and folder, and total: equal only for the same conversation.
 */
export function inboxOrder(a: Placed, b: Placed): number {
  if (a.waitingSince !== null && b.waitingSince !== null) return a.waitingSince - b.waitingSince || byId(a, b);
  if (a.waitingSince !== null) return -1;
  if (b.waitingSince !== null) return 1;
  return latest(b) - latest(a) || byId(a, b);
}

function latest({ lastMessage, createdAt }: Placed): number {
  return lastMessage?.at ?? createdAt;
}

function byId(a: Placed, b: Placed): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/**
 * C2: does a conversation stand in this folder of `me`? New: nobody of the team has joined yet, and no chatbot answers
 * either. Mine: unresolved, with me among its agents. Open: everything that is not resolved.
 */
export function inFolder(
  folder: LiveFolder,
  conversation: {
    readonly state: ConversationState;
    readonly automated: boolean;
    readonly agents: readonly AgentId[];
  },
  me: AgentId,
): boolean {
  if (conversation.state === 'resolved') return false;
  switch (folder) {
    case 'new':
      return conversation.state === 'new' && !conversation.automated;
    case 'mine':
      return conversation.agents.includes(me);
    case 'open':
      return true;
  }
}

/**
 * The window that a patch makes of another (the live law: window + patches = fresh window). The caller has checked that both
 * are of the same watch. Conversations that the patch does not name stay the same objects.
 */
export function applyInboxPatch(window: InboxWindow, { offset, total, gone, put }: InboxPatch): InboxWindow {
  const out = new Set<ConversationId>(gone);
  for (const { id } of put) out.add(id);
  const kept = window.conversations.filter(({ id }) => !out.has(id));
  return { ...window, offset, total, conversations: [...kept, ...put].sort(inboxOrder) };
}

/** The least that turns `before` into `after`, two windows of one watch; null when they show the same. */
export function diffInbox(before: InboxWindow, after: InboxWindow): Omit<InboxPatch, 'type' | 'watch'> | null {
  const old = new Map(before.conversations.map((summary) => [summary.id, summary]));
  const put = after.conversations.filter((summary) => !sameData(old.get(summary.id), summary));
  const shown = new Set(after.conversations.map(({ id }) => id));
  const gone = before.conversations.map(({ id }) => id).filter((id) => !shown.has(id));
  const { offset, total } = after;
  if (put.length === 0 && gone.length === 0 && before.total === total && before.offset === offset) return null;
  return { offset, total, gone, put };
}
