import type { Conversation } from '@vetrina/domain/conversation';
import { seesConversation } from '@vetrina/domain/conversation-sight';
import type { AccountId, ConversationId, VisitorId } from '@vetrina/protocol/ids';
import type { Compose } from '@vetrina/protocol/messages/compose';
import type { FollowConversation } from '@vetrina/protocol/messages/follow-conversation';
import type { WatchInbox } from '@vetrina/protocol/messages/inbox';
import type { AgentRead } from '@vetrina/protocol/messages/read';
import type { AgentSay, Said } from '@vetrina/protocol/messages/say';
import type { AgentTyping } from '@vetrina/protocol/messages/typing';
import type { AccountDirectory, Actor } from '../accounts/ports.ts';
import { type AgentSaysParts, agentSays, type Whereabouts } from '../conversations/agent-says.ts';
import { markReadByAgent } from '../conversations/mark-read.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { Socket } from '../edge/socket.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { OnSite } from '../visitors/stay.ts';
import type { Claims } from './claims.ts';
import type { ConversationFollowers } from './conversation-followers.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { Desk, Desks } from './desks.ts';
import type { InboxFeed } from './inbox-feed.ts';
import type { Settlement } from './settlement.ts';
import type { TeamPresence } from './team-presence.ts';
import type { Typing } from './typing.ts';

export interface AgentChatsParts {
  readonly clock: Clock;
  readonly accounts: Pick<AccountDirectory, 'byId'>;
  readonly store: ConversationStore;
  readonly says: AgentSaysParts;
  readonly onSite: OnSite;
  readonly memory: ConversationMemory;
  readonly settlement: Settlement;
  readonly typing: Typing;
  readonly claims: Claims;
  readonly desks: Desks;
  readonly inbox: InboxFeed;
  readonly followers: ConversationFollowers;
  readonly team: TeamPresence;
  /** T1: may this agent see this visitor, on the site or not? */
  readonly maySee: (actor: Actor, visitor: VisitorId) => Promise<boolean>;
}

/** What agents' screens do with conversations, one method per frame. The actor is the connection's; methods throw `Refusal`. */
export class AgentChats {
  readonly #parts: AgentChatsParts;
  #teamChanged: (account: AccountId) => void = () => undefined;

  constructor(parts: AgentChatsParts) {
    this.#parts = parts;
  }

  /** Does this screen still show what its agent may see? The team may have changed since its ticket was made out. */
  isCurrent({ actor }: Desk): boolean {
    return this.#parts.team.isCurrent(actor);
  }

  /** One listener, told of the account whose team is another now. */
  onTeamChanged(listener: (account: AccountId) => void): void {
    this.#teamChanged = listener;
  }

  /** What follows a change of a team, for the open screens. */
  teamChanged(account: AccountId): void {
    this.#teamChanged(account);
  }

  /**
   * Reads what this agent's screen will be shown. False: the agent is not any more who the ticket was made out for, with
   * other groups, another role, or gone.
   */
  async ready(actor: Actor): Promise<boolean> {
    const { memory, team } = this.#parts;
    await Promise.all([memory.readyFor(actor.account, actor.agent), team.ready(actor.account)]);
    if (team.isCurrent(actor)) return true;
    // Somebody who joined a moment ago, or through another process.
    await team.readAgain(actor.account);
    return team.isCurrent(actor);
  }

  /** A screen was admitted, after `ready`: tells it who is there and what waits. */
  sitDown(actor: Actor, socket: Socket): Desk {
    const { team, desks, inbox } = this.#parts;
    const desk = desks.attach(actor, socket);
    team.sitDown(actor);
    inbox.greet(desk);
    for (const topic of ['team', 'claims'] as const) desks.mark(desk, topic);
    return desk;
  }

  standUp(desk: Desk, { signedOut }: { readonly signedOut: boolean }): void {
    const { desks, claims, followers, team } = this.#parts;
    claims.release(desk);
    followers.forget(desk);
    desks.detach(desk);
    team.standUp(desk.actor, signedOut);
  }

  /** C3, V8. Resolves after the commit. */
  async say({ actor }: Desk, { id, to, audience, saying }: AgentSay): Promise<Said> {
    const { clock, says, settlement, accounts } = this.#parts;
    const account = await accounts.byId(actor.account);
    const visitor = await this.#visitorOf(actor.account, to);
    if (account === null || visitor === null) throw new Refusal('not_found');
    const { conversation, seq, at } = await settlement.say(visitor, () =>
      agentSays(says, account, actor, { id, to, audience, saying }, this.#whereabouts(actor, visitor), clock.now()),
    );
    return { type: 'said', id, conversation, seq, at };
  }

  async typing({ actor }: Desk, { conversation: id, typing }: AgentTyping): Promise<void> {
    const conversation = await this.#find(actor, id);
    if (conversation === null || !seesConversation(actor, conversation)) throw new Refusal('not_found');
    this.#parts.typing.agentTypes(actor.account, conversation.visitor, actor.agent, typing);
  }

  async read({ actor }: Desk, { conversation: id, seq }: AgentRead): Promise<void> {
    const { clock, store, memory, settlement } = this.#parts;
    const mark = memory.of(actor.account).mark(actor.agent, id);
    if (mark !== null && seq <= mark.seq) return;
    const conversation = await this.#find(actor, id);
    if (conversation === null) throw new Refusal('not_found');
    const key = { account: actor.account, conversation: id };
    await settlement.change(conversation.visitor, () => markReadByAgent({ log: store }, actor, key, seq, clock.now()));
  }

  /** V8: colleagues see who writes to whom. */
  async compose(desk: Desk, { visitor }: Compose): Promise<void> {
    const { claims, maySee } = this.#parts;
    if (visitor === null) return claims.release(desk);
    if (!(await maySee(desk.actor, visitor))) throw new Refusal('not_found');
    claims.claim(desk, visitor);
  }

  /** C8: somebody looks at this screen, or does not any more. */
  attend(desk: Desk, attends: boolean): void {
    desk.attends = attends;
  }

  watchInbox(desk: Desk, frame: WatchInbox): void {
    this.#parts.inbox.watch(desk, frame);
  }

  follow(desk: Desk, frame: FollowConversation): void {
    this.#parts.followers.follow(desk, frame);
  }

  async #visitorOf(account: AccountId, to: AgentSay['to']): Promise<VisitorId | null> {
    if (to.to === 'visitor') return to.visitor;
    return (await this.#find({ account }, to.conversation))?.visitor ?? null;
  }

  #find({ account }: Pick<Actor, 'account'>, id: ConversationId): Promise<Conversation | null> {
    const known = this.#parts.memory.of(account).unresolved.get(id);
    if (known !== undefined) return Promise.resolve(known);
    return this.#parts.store.find({ account, conversation: id });
  }

  #whereabouts({ account }: Actor, visitor: VisitorId): Whereabouts {
    const here = this.#parts.onSite.get(account, visitor)?.visitor;
    return here === undefined ? null : { group: here.group, page: { url: here.page.url, title: here.page.title } };
  }
}
