import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import type { ContactForm } from '@vetrina/protocol/messages/chat';
import type { AccountDirectory, Actor, AgentStatuses, LastHereStore, TeamDirectory } from '../accounts/ports.ts';
import type { AutomationStore, PastVisits } from '../automation/ports.ts';
import type { ChatbotRecords, LanguageModel, Webhooks } from '../chatbots/ports.ts';
import type { ConversationChange } from '../conversations/changes.ts';
import type { Colleagues, ConversationStore } from '../conversations/ports.ts';
import type { TagParts } from '../conversations/tag-conversation.ts';
import type { FileBook } from '../files/ports.ts';
import type { MailWishes } from '../mail/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { Counters } from '../platform/counters.ts';
import type { Ids } from '../platform/ids.ts';
import type { Breathe } from '../platform/turns.ts';
import type { PushReactor, PushSurroundings } from '../push/ports.ts';
import type { ChangeKind, VisitorChange } from '../visitors/changes.ts';
import type { VisitorStore } from '../visitors/ports.ts';
import type { OnSite, Stay } from '../visitors/stay.ts';
import { AgentChats } from './agent-chats.ts';
import type { BotTalksParts } from './bot-talks.ts';
import { BoxStates } from './box-states.ts';
import { Boxes } from './boxes.ts';
import { Claims } from './claims.ts';
import { type ConversationActions, createConversationActions } from './conversation-actions.ts';
import { ConversationFollowers } from './conversation-followers.ts';
import { ConversationMemory } from './conversation-memory.ts';
import { reactToConversation, reactToTyping } from './conversation-reactions.ts';
import { conversationReactors, typingReactors } from './conversation-reactors.ts';
import { type Automation, createAutomation } from './create-automation.ts';
import { Desks } from './desks.ts';
import { InboxFeed } from './inbox-feed.ts';
import { SayLimits } from './say-limits.ts';
import { Settlement } from './settlement.ts';
import { Showing } from './showing.ts';
import { ShownEntries } from './shown-entries.ts';
import { Sight } from './sight.ts';
import { Summaries } from './summaries.ts';
import { TeamPresence } from './team-presence.ts';
import { Typing } from './typing.ts';
import { VisitorChats } from './visitor-chats.ts';

export interface ConversationParts {
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'message' | 'conversation' | 'rule'>;
  readonly accounts: Pick<AccountDirectory, 'byId'>;
  readonly conversations: ConversationStore;
  readonly colleagues: Pick<Colleagues, 'isActive' | 'hasGroup'>;
  readonly team: TeamDirectory;
  readonly statuses: Pick<AgentStatuses, 'statusChoices' | 'onStatusChange'>;
  readonly lastHere: LastHereStore;
  readonly automation: AutomationStore;
  readonly past: PastVisits;
  readonly bots: ChatbotRecords;
  readonly webhooks: Webhooks;
  readonly model: LanguageModel;
  /** A chatbot learned who the visitor is (I1). */
  readonly introduce: BotTalksParts['introduce'];
  readonly counters: Counters;
  readonly breathe: Breathe;
  readonly visitors: Pick<VisitorStore, 'details'>;
  readonly files: FileBook;
  readonly tags: TagParts['tags'];
  readonly failed: (reason: unknown) => void;
  readonly mail: {
    /** False: nothing can be sent. */
    readonly isOn: boolean;
    /** What e-mail has to do with a change: told after everybody on screen was. */
    readonly react: (change: ConversationChange) => void;
    readonly wishes: MailWishes;
  };
  /** C8: what phones hear. */
  readonly push: PushReactor;
  readonly onSite: OnSite;
  /** The live row of a visitor is another now. */
  readonly visitorChanged: (change: VisitorChange) => void;
  readonly identify: (stay: Stay, form: ContactForm) => Promise<void>;
  /** The group of a visitor who is not on the site; undefined: no such visitor. */
  readonly savedGroup: (account: AccountId, visitor: VisitorId) => Promise<string | null | undefined>;
}

/** What the doors and the routes use of conversations. */
export interface Conversations {
  readonly visitors: VisitorChats;
  readonly agents: AgentChats;
  readonly actions: ConversationActions;
  readonly desks: Desks;
  readonly boxes: Boxes;
  readonly boxStates: BoxStates;
  readonly memory: ConversationMemory;
  readonly team: TeamPresence;
  readonly summaries: Summaries;
  readonly automation: Automation;
  /** C8: what pushes ask. */
  readonly forPush: Pick<PushSurroundings, 'attends' | 'unread'>;
  /** T1: may this agent see this visitor? */
  maySee(actor: Actor, visitor: VisitorId): Promise<boolean>;
  /** C5: as the visitor's box shows it; by the settings of the newest connection. */
  someoneOnline(account: AccountId, visitor: VisitorId): boolean;
  /** A visitor is otherwise now: inboxes and boxes show it. */
  visitorChanged(change: VisitorChange): void;
  /** What is saved of a visitor is another now. */
  visitorSaved(account: AccountId, visitor: VisitorId): Promise<void>;
  sizes(): Readonly<Record<'desks' | 'boxes' | 'conversations' | 'typing' | 'claims', number>>;
  stop(): void;
}

/** What can make a visitor's box another one. Most of what happens cannot, and a flood of page views is not to ask for each. */
const TURNS_BOX: Readonly<Record<ChangeKind, boolean>> = {
  arrived: true,
  'page-viewed': false,
  retitled: false,
  active: false,
  identified: true,
  'presence-changed': false,
  aged: false,
  edited: true,
  blocked: true,
  unblocked: true,
  'auto-messaged': false,
  'chat-changed': true,
  gone: false,
};

/** Everything about conversations that is live, put together. */
export function createConversations(parts: ConversationParts): Conversations {
  const stage = createStage(parts, (account) => teamChanged(account));
  const { desks, memory, team, typing, boxes, boxStates, inbox, followers, claims, sight } = stage;
  const { store, onSite } = stage;
  const reactors = conversationReactors({
    ...stage,
    contacts: { conversationChanged: (change) => automation.contacts.conversationChanged(change) },
    talks: { conversationChanged: (change) => automation.talks.conversationChanged(change) },
  });
  const settlement = new Settlement(async (change) => {
    const { account, conversation } = change;
    memory.changed(change);
    reactToConversation(reactors, await stage.showing.change(change));
    memory.of(account).release(conversation.visitor, onSite.get(account, conversation.visitor) !== undefined);
  }, parts.failed);
  const limits = new SayLimits(parts.clock);
  const faceIn = (account: AccountId) => stage.summaries.faceIn(account);
  const automation: Automation = createAutomation({
    ...stage,
    store: parts.visitors,
    colleagues: parts.colleagues,
    settlement,
    limits,
    faceIn,
  });
  const says = { log: store, ids: parts.ids, files: parts.files };
  const maySee = (actor: Actor, visitor: VisitorId) => sight.maySee(actor, visitor);
  const agents = new AgentChats({ ...stage, says, settlement, maySee });
  const teamChanged = (account: AccountId) => {
    desks.markAll(account, 'team');
    inbox.changed(account);
    boxStates.changed(account);
    agents.teamChanged(account);
  };

  return {
    visitors: new VisitorChats({ ...stage, says, settlement, limits }),
    agents,
    actions: createConversationActions({ ...stage, settlement }),
    ...{ desks, boxes, boxStates, memory, team, summaries: stage.summaries, automation, maySee },
    forPush: forPush(stage),
    someoneOnline(account, visitor) {
      const tab = boxes.tabs(account, visitor)[0];
      if (tab === undefined) return team.online(account).length > 0;
      return boxStates.stateFor(tab.account, visitor).state === 'online';
    },
    visitorChanged({ kind, account, visitor: { id } }) {
      inbox.visitorChanged(account, id);
      const newest = memory.of(account).newest.get(id);
      if (newest !== undefined) followers.changed(newest, []);
      if (TURNS_BOX[kind]) boxStates.visitorChanged(account, id);
      // While somebody is blocked nothing is said to their tabs; now they hear that something is missing.
      if (kind === 'unblocked' && newest !== undefined) boxes.beat(account, id, newest.lastPublicSeq);
      if (kind !== 'gone') return;
      typing.visitorTypes(account, id, null);
      memory.of(account).release(id, false);
    },
    async visitorSaved(account, visitor) {
      await memory.refreshVisitor(account, visitor);
      inbox.visitorChanged(account, visitor);
    },
    sizes: () => ({
      ...{ desks: desks.size, boxes: boxes.size, conversations: memory.size },
      ...{ typing: typing.size, claims: claims.size },
    }),
    stop() {
      for (const part of [desks, team, typing, boxStates, claims, limits, automation]) part.stop();
    },
  };
}

/** C8: what pushes ask of screens and inboxes. */
function forPush({ desks, memory, inbox }: ReturnType<typeof createStage>): Conversations['forPush'] {
  return {
    attends: (account, agent) => desks.attends(account, agent),
    async unread(account, { id: agent, groups }) {
      await memory.readyFor(account, agent);
      const { new: fresh, mine } = inbox.counts({ account, agent, groups });
      return fresh.unread + mine.unread;
    },
  };
}

/** Everybody whom reactions reach, and what they know by. */
function createStage(parts: ConversationParts, teamChanged: (account: AccountId) => void) {
  const { clock, conversations: store, onSite, failed } = parts;
  const memory = new ConversationMemory(store);
  const desks = new Desks(clock);
  const boxes = new Boxes();
  const team = new TeamPresence(parts, teamChanged);
  const typing: Typing = new Typing(clock, (change) => reactToTyping(typingReactors(stage), change));
  const summaries = new Summaries({ clock, memory, onSite, team, typing });
  const shown = new ShownEntries(parts.files, team, summaries);
  const showing = new Showing({ store, memory, boxes, shown, summaries, failed });
  const sight = new Sight({ ...parts, memory });
  const claims = new Claims(clock, (account) => desks.markAll(account, 'claims'));
  const followers = new ConversationFollowers({
    ...{ clock, desks, failed },
    summary: (actor, conversation) => summaries.of(actor, conversation),
    read: (actor, conversation, after) => showing.followable(actor, conversation, after),
  });
  desks.tells('team', (desk) => desk.send({ type: 'team', agents: team.states(desk.actor.account) }));
  desks.tells('claims', (desk) => {
    const { actor } = desk;
    const visible = claims.of(actor.account).filter(({ visitor }) => sight.seesNow(actor, visitor));
    desk.send({ type: 'claims', claims: visible });
  });
  const stage = {
    ...{ ...parts, store, memory, desks, boxes, team, typing, summaries, shown, showing, sight, claims, followers },
    boxStates: new BoxStates({ clock, onSite, memory, boxes, team }),
    inbox: new InboxFeed(memory, summaries, desks),
  };
  return stage;
}
