import { seesConversation } from '@vetrina/domain/conversation-sight';
import { sees } from '@vetrina/domain/group-scope';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import type { ContactForm } from '@vetrina/protocol/messages/chat';
import type { AccountDirectory, Actor, AgentStatuses, TeamDirectory } from '../accounts/ports.ts';
import type { ConversationChange } from '../conversations/changes.ts';
import type { Colleagues, ConversationStore } from '../conversations/ports.ts';
import { tailForTeam } from '../conversations/read-log.ts';
import type { TagParts } from '../conversations/tag-conversation.ts';
import type { FileBook } from '../files/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import type { VisitorChange } from '../visitors/changes.ts';
import type { OnSite, Stay } from '../visitors/stay.ts';
import { AgentChats } from './agent-chats.ts';
import { BoxStates } from './box-states.ts';
import { Boxes } from './boxes.ts';
import { Claims } from './claims.ts';
import { type ConversationActions, createConversationActions } from './conversation-actions.ts';
import { ConversationFollowers } from './conversation-followers.ts';
import { ConversationMemory } from './conversation-memory.ts';
import { reactToConversation, reactToTyping, type ShownChange } from './conversation-reactions.ts';
import { conversationReactors, typingReactors } from './conversation-reactors.ts';
import { Desks } from './desks.ts';
import { InboxFeed } from './inbox-feed.ts';
import { SayLimits } from './say-limits.ts';
import { Settlement } from './settlement.ts';
import { ShownEntries } from './shown-entries.ts';
import { Summaries } from './summaries.ts';
import { teamReadPublicSeq } from './team-marks.ts';
import { TeamPresence } from './team-presence.ts';
import { Typing } from './typing.ts';
import { VisitorChats } from './visitor-chats.ts';

export interface ConversationParts {
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'message' | 'conversation'>;
  readonly accounts: Pick<AccountDirectory, 'byId'>;
  readonly conversations: ConversationStore;
  readonly colleagues: Pick<Colleagues, 'isActive' | 'hasGroup'>;
  readonly team: TeamDirectory;
  readonly statuses: Pick<AgentStatuses, 'statusChoices' | 'onStatusChange'>;
  readonly files: FileBook;
  readonly tags: TagParts['tags'];
  readonly failed: (reason: unknown) => void;
  readonly mail: {
    /** False: nothing can be sent. */
    readonly isOn: boolean;
    /** What e-mail has to do with a change: told after everybody on screen was. */
    readonly react: (change: ConversationChange) => void;
  };
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
  readonly boxes: Boxes;
  readonly boxStates: BoxStates;
  readonly memory: ConversationMemory;
  readonly team: TeamPresence;
  readonly summaries: Summaries;
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

/** Everything about conversations that is live, put together. */
export function createConversations(parts: ConversationParts): Conversations {
  const { clock, conversations: store, onSite, files, failed } = parts;
  const memory = new ConversationMemory(store);
  const desks = new Desks(clock);
  const boxes = new Boxes();
  const team = new TeamPresence({ ...parts, clock }, (account) => teamChanged(account));
  const typing: Typing = new Typing(clock, (change) => reactToTyping(typingReactors(stage), change));
  const summaries = new Summaries({ clock, memory, onSite, team, typing });
  const shown = new ShownEntries(files, team, summaries);
  const boxStates = new BoxStates({ clock, onSite, boxes, team });
  const inbox = new InboxFeed(memory, summaries, desks);
  const claims = new Claims(clock, (account) => desks.markAll(account, 'claims'));
  const followers = new ConversationFollowers({
    ...{ clock, desks, failed },
    summary: (actor, conversation) => summaries.of(actor, conversation),
    read: async (actor, conversation, after) => {
      const tail = await tailForTeam({ store }, actor, { account: actor.account, conversation }, after);
      if (tail === null) return null;
      const [entries, summary] = await Promise.all([
        shown.lookUp(actor.account, tail.entries).then((looked) => shown.forTeam(tail.entries, looked)),
        summaryOfAny(tail.conversation, actor),
      ]);
      return { tail, entries, summary };
    },
  });
  const stage = { ...parts, memory, desks, boxes, team, typing, summaries, shown, inbox, claims, followers };
  const reactors = conversationReactors(stage);
  const settlement = new Settlement(async (change) => {
    memory.changed(change);
    reactToConversation(reactors, await readyToShow(change));
    memory.of(change.account).release(change.conversation.visitor, isHere(change));
  }, failed);
  const limits = new SayLimits(clock);
  const says = { log: store, ids: parts.ids, files };

  const isHere = ({ account, conversation }: ConversationChange) =>
    onSite.get(account, conversation.visitor) !== undefined;

  async function readyToShow(change: ConversationChange): Promise<ShownChange> {
    const { account, conversation, entries } = change;
    const somebodyHere = boxes.tabs(account, conversation.visitor).length > 0;
    try {
      await memory.prepare(change);
      const looked = await shown.lookUp(account, entries);
      const read = somebodyHere ? await teamReadPublicSeq(store, account, conversation) : 0;
      return { ...change, shown: looked, teamReadPublicSeq: read };
    } catch (reason) {
      // It is saved, and whoever looks has to learn of it; what could not be looked up is missing until the next look.
      failed(reason);
      return { ...change, shown: { face: summaries.faceIn(account), files: new Map() }, teamReadPublicSeq: 0 };
    }
  }

  async function summaryOfAny(conversation: ConversationChange['conversation'], actor: Actor) {
    const known = memory.of(actor.account);
    if (known.unresolved.has(conversation.id)) return summaries.of(actor, conversation);
    const [facts, marks] = await Promise.all([
      store.visitors(actor.account, [conversation.visitor]),
      store.readMarks(actor.account, actor.agent, [conversation.id]),
    ]);
    const mark = marks.get(conversation.id) ?? null;
    return summaries.show(actor.account, conversation, facts.get(conversation.visitor) ?? null, mark);
  }

  function teamChanged(account: AccountId): void {
    desks.markAll(account, 'team');
    inbox.changed(account);
    boxStates.changed(account);
    agents.teamChanged(account);
  }

  async function groupOf(account: AccountId, visitor: VisitorId): Promise<string | null | undefined> {
    const here = onSite.get(account, visitor);
    return here === undefined ? parts.savedGroup(account, visitor) : here.visitor.group;
  }

  async function maySee(actor: Actor, visitor: VisitorId): Promise<boolean> {
    if (isOnTheirCase(actor, visitor)) return true;
    const group = await groupOf(actor.account, visitor);
    return group !== undefined && sees(actor.groups, group);
  }

  /** Who was asked to help sees whom they help, whatever the groups. */
  function isOnTheirCase(actor: Pick<Actor, 'account' | 'agent'>, visitor: VisitorId): boolean {
    return memory.of(actor.account).newest.get(visitor)?.agents.includes(actor.agent) ?? false;
  }

  const agents = new AgentChats({ ...stage, store, says, settlement, maySee });
  desks.tells('team', (desk) => desk.send({ type: 'team', agents: team.states(desk.actor.account) }));
  desks.tells('claims', (desk) => {
    const { actor } = desk;
    const visible = claims.of(actor.account).filter(({ visitor }) => {
      if (actor.groups.length === 0 || isOnTheirCase(actor, visitor)) return true;
      const conversation = memory.of(actor.account).newest.get(visitor);
      if (conversation !== undefined && seesConversation(actor, conversation)) return true;
      return sees(actor.groups, onSite.get(actor.account, visitor)?.visitor.group ?? null);
    });
    desk.send({ type: 'claims', claims: visible });
  });

  return {
    visitors: new VisitorChats({ ...stage, store, says, settlement, limits, boxStates }),
    agents,
    actions: createConversationActions({ ...stage, store, settlement }),
    ...{ boxes, boxStates, memory, team, summaries, maySee },
    someoneOnline(account, visitor) {
      const tab = boxes.tabs(account, visitor)[0];
      if (tab === undefined) return team.online(account).length > 0;
      return boxStates.stateFor(tab.account, visitor).state === 'online';
    },
    visitorChanged({ kind, account, visitor: { id } }) {
      inbox.visitorChanged(account, id);
      const newest = memory.of(account).newest.get(id);
      if (newest !== undefined && kind !== 'active') followers.changed(newest, []);
      boxStates.visitorChanged(account, id);
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
      for (const part of [desks, team, typing, boxStates, claims, limits]) part.stop();
    },
  };
}
