import { unreadByVisitor } from '@vetrina/domain/conversation-reading';
import type { Notice } from '@vetrina/protocol/messages/inbox';
import type { ConversationChange } from '../conversations/changes.ts';
import { showEntry, showPublicEntry } from '../conversations/show-entry.ts';
import type { Clock } from '../platform/clock.ts';
import type { PushReactor } from '../push/ports.ts';
import { alter, type VisitorChange } from '../visitors/changes.ts';
import type { OnSite } from '../visitors/stay.ts';
import type { BotTalks } from './bot-talks.ts';
import type { Boxes } from './boxes.ts';
import type { Claims } from './claims.ts';
import { type ConversationFollowers, marksOf } from './conversation-followers.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { ConversationReactions, ShownChange, TypingReactions } from './conversation-reactions.ts';
import type { Desks } from './desks.ts';
import type { InboxFeed } from './inbox-feed.ts';
import { chatFactsOf } from './live-row.ts';
import { noticesOf } from './notices.ts';
import type { RuleContacts } from './rule-contacts.ts';
import type { Summaries } from './summaries.ts';
import type { TeamPresence } from './team-presence.ts';
import type { Typing } from './typing.ts';

/** Whom the reactions reach. */
interface Stage {
  readonly clock: Pick<Clock, 'now'>;
  readonly onSite: OnSite;
  readonly memory: ConversationMemory;
  readonly desks: Desks;
  readonly boxes: Boxes;
  readonly typing: Typing;
  readonly claims: Claims;
  readonly inbox: InboxFeed;
  readonly followers: ConversationFollowers;
  readonly summaries: Summaries;
  readonly team: Pick<TeamPresence, 'isOnline'>;
  readonly visitorChanged: (change: VisitorChange) => void;
  readonly push: Pick<PushReactor, 'heard'>;
  readonly mail: { readonly react: (change: ConversationChange) => void };
  readonly contacts: Pick<RuleContacts, 'conversationChanged'>;
  readonly talks: Pick<BotTalks, 'conversationChanged'>;
}

/** Who the reactors of the table are. */
export function conversationReactors(stage: Stage): ConversationReactions {
  return {
    row: (change) => showInRow(stage, change),
    inbox: ({ account }) => stage.inbox.changed(account),
    followers: (change) => showOnScreens(stage, change),
    boxes: (change) => showInBoxes(stage, change),
    typing({ account, conversation: { visitor }, entries }) {
      for (const { sender } of entries) {
        if (sender.who === 'visitor') stage.typing.visitorTypes(account, visitor, null);
        if (sender.who === 'agent') stage.typing.agentTypes(account, visitor, sender.agent, false);
      }
    },
    claims({ account, conversation: { visitor }, entries }) {
      for (const { sender } of entries) if (sender.who === 'agent') stage.claims.end(account, sender.agent, visitor);
    },
    notices: (change) => notify(stage, change),
    push: (change) => tellPhones(stage, change),
    mail: (change) => stage.mail.react(change),
    rules: (change) => stage.contacts.conversationChanged(change),
    bots: (change) => stage.talks.conversationChanged(change),
  };
}

export function typingReactors({
  clock,
  onSite,
  memory,
  boxes,
  inbox,
  followers,
  summaries,
  visitorChanged,
}: Omit<Stage, 'contacts' | 'talks'>) {
  return {
    row(change) {
      const { account, visitor } = change;
      const stay = onSite.get(account, visitor);
      if (stay === undefined || change.kind !== 'visitor-typing') return;
      const typing = change.text !== null;
      if (stay.visitor.typing === typing) return;
      visitorChanged({ kind: 'chat-changed', account, visitor: alter(stay, { typing }), at: clock.now() });
    },
    inbox: ({ account, visitor }) => inbox.visitorChanged(account, visitor),
    followers({ account, visitor, ...what }) {
      const newest = memory.of(account).newest.get(visitor);
      if (newest === undefined || what.kind !== 'visitor-typing') return;
      followers.tell(newest.id, { type: 'visitor-typing', conversation: newest.id, text: what.text });
    },
    boxes({ account, visitor, ...what }) {
      if (what.kind !== 'agent-typing') return;
      const agent = what.agent === null ? null : summaries.faceIn(account)(what.agent);
      boxes.tell(account, visitor, { type: 'agent-typing', agent });
    },
  } satisfies TypingReactions;
}

function showInRow({ onSite, memory, summaries, visitorChanged }: Stage, change: ShownChange): void {
  const { account, conversation, before, at } = change;
  const stay = onSite.get(account, conversation.visitor);
  if (stay === undefined) return;
  const newest = memory.of(account).newest.get(conversation.visitor) ?? conversation;
  const chats = stay.visitor.chats + (before === null ? 1 : 0);
  const visitor = alter(stay, { ...chatFactsOf(newest, summaries.faceIn(account)), chats });
  visitorChanged({ kind: 'chat-changed', account, visitor, at });
}

function showOnScreens({ followers }: Stage, change: ShownChange): void {
  const { conversation, entries, shown } = change;
  if (!followers.isFollowed(conversation.id)) return;
  followers.changed(
    conversation,
    entries.map((entry) => showEntry(entry, shown)),
  );
  if (!marksMoved(change)) return;
  followers.tell(conversation.id, {
    type: 'read-up-to',
    conversation: conversation.id,
    marks: marksOf(conversation),
  });
}

/** To all tabs of the visitor; nothing to somebody who is blocked, and has no box (C7). */
function showInBoxes({ boxes, onSite, summaries }: Stage, change: ShownChange): void {
  const { account, conversation, before, entries, shown, teamReadPublicSeq } = change;
  const { id, visitor, agents, lastPublicSeq, visitorReadSeq } = conversation;
  if (onSite.get(account, visitor)?.visitor.blocked !== false) return;
  const unread = unreadByVisitor(conversation);
  for (const entry of entries) {
    const visible = showPublicEntry(entry, shown);
    if (visible === null) continue;
    const position = { conversation: id, lastSeq: visible.seq, unread };
    boxes.tell(account, visitor, { type: 'chat-entry', position, entry: visible });
  }
  // What says so may be none of the visitor's entries.
  if (before !== null && before.agents !== agents) {
    boxes.tell(account, visitor, {
      type: 'chat-agents',
      conversation: id,
      agents: agents.map(summaries.faceIn(account)),
    });
  }
  boxes.beat(account, visitor, lastPublicSeq);
  if (!marksMoved(change)) return;
  const marks = { visitor: visitorReadSeq, team: teamReadPublicSeq };
  boxes.tell(account, visitor, { type: 'read-up-to', conversation: id, marks });
}

function marksMoved({ before, conversation }: ConversationChange): boolean {
  return before?.visitorReadSeq !== conversation.visitorReadSeq || before.teamReadSeq !== conversation.teamReadSeq;
}

function notify({ desks, summaries, team }: Stage, change: ShownChange): void {
  const { account, conversation } = change;
  for (const { because, text, at, concerns } of noticesOf(change, (agent) => team.isOnline(account, agent))) {
    for (const desk of desks.of(account)) {
      if (desk.isStuck || !concerns(desk.actor)) continue;
      const visitor = summaries.visitorOf(account, conversation);
      desk.send({ type: 'notice', because, conversation: conversation.id, visitor, text, at } satisfies Notice);
    }
  }
}

/** What screens hear as notices, phones hear as pushes: those of agents who look at no screen. */
function tellPhones({ push, summaries, team }: Stage, change: ShownChange): void {
  const { account, conversation } = change;
  for (const { because, text, at, concerns } of noticesOf(change, (agent) => team.isOnline(account, agent))) {
    const visitor = summaries.visitorOf(account, conversation);
    push.heard({
      ...{ account, concerns },
      payload: { kind: 'conversation', because, conversation: conversation.id, visitor, text, at },
    });
  }
}
