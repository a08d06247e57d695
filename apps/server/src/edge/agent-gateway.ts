import { type FromAgent, fromAgent } from '@vetrina/protocol/from-agent';
import { agentHello } from '@vetrina/protocol/messages/agent-hello';
import { PROTOCOL_FLOOR, PROTOCOL_VERSION } from '@vetrina/protocol/version';
import type { AccountDirectory, Actor, SessionEndings, SnippetSightings, Tickets } from '../accounts/ports.ts';
import { compose } from './agent-compose.ts';
import { followConversation } from './agent-follow-conversation.ts';
import { followVisitor } from './agent-follow-visitor.ts';
import { answerProbe } from './agent-probe.ts';
import { markRead } from './agent-read.ts';
import { say } from './agent-say.ts';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';
import { showTyping } from './agent-typing.ts';
import { scrollList, unwatchList, watchList } from './agent-watch.ts';
import { watchInbox } from './agent-watch-inbox.ts';
import { watchPlaces } from './agent-watch-places.ts';
import { watchViews } from './agent-watch-views.ts';
import { Connection, type ConnectionParts } from './connection.ts';
import type { Peer, Socket } from './socket.ts';

export interface AgentGatewayParts extends ConnectionParts, AgentVerbParts {
  readonly tickets: Pick<Tickets, 'redeem'>;
  readonly sessions: SessionEndings;
  readonly accounts: Pick<AccountDirectory, 'onChange'>;
  readonly sightings: Pick<SnippetSightings, 'onFirstSeen'>;
  /** This run of the server; another one means that a screen has to ask for everything again. */
  readonly epoch: string;
  readonly failed: (reason: unknown) => void;
}

interface Agent {
  readonly connection: Connection;
  open: AgentScreen | null;
  letGoOfSession: () => void;
  signedOut: boolean;
}

/** The agents' door: a one-time ticket names the actor; only then is anything attached. */
export class AgentGateway {
  readonly #parts: AgentGatewayParts;
  readonly #agents = new Set<Agent>();

  constructor(parts: AgentGatewayParts) {
    this.#parts = parts;
    parts.sessions.onEnd((session) => {
      for (const agent of this.#agents) {
        if (agent.open?.actor.session !== session) continue;
        agent.signedOut = true;
        agent.connection.close('signedOut');
      }
    });
    parts.sightings.onFirstSeen((account, url, at) => {
      for (const { connection, open } of this.#agents)
        if (open?.actor.account === account) connection.send({ type: 'snippet-seen', at, url });
    });
    parts.accounts.onChange((account) => {
      for (const { connection, open } of this.#agents)
        if (open?.actor.account === account.id) connection.send({ type: 'account-changed', account });
    });
    parts.agentChats.onTeamChanged((account) => {
      for (const { connection, open } of this.#agents)
        if (open?.actor.account === account && !parts.agentChats.isCurrent(open.desk)) connection.close('regrouped');
    });
    parts.feed.onTooSlow((socket) => {
      for (const { connection } of this.#agents) if (connection.socket === socket) connection.close('slowReader');
    });
  }

  /** Takes a connected socket whose origin was checked at the upgrade. */
  accept(socket: Socket, peer: Peer): void {
    const connection = new Connection(this.#parts, socket, 'agent', peer);
    const agent: Agent = { connection, open: null, letGoOfSession: () => undefined, signedOut: false };
    this.#agents.add(agent);
    connection.onEnd(() => this.#ended(agent));
    connection.run(this.#serve(agent), this.#parts.failed);
  }

  get size(): number {
    return this.#agents.size;
  }

  connections(): Connection[] {
    return [...this.#agents].map(({ connection }) => connection);
  }

  async #serve(agent: Agent): Promise<void> {
    const { connection } = agent;
    const hello = await connection.hello(agentHello);
    if (hello === null) return;
    if (hello.protocol < PROTOCOL_FLOOR) return connection.close('clientTooOld');
    if (hello.protocol > PROTOCOL_VERSION) return connection.close('clientTooNew');
    const actor = this.#parts.tickets.redeem(hello.ticket);
    if (actor === null) return connection.close('ticketInvalid');
    // Before anything is attached, so that whoever is gone by then leaves nothing behind.
    if (await this.#parts.agentChats.ready(actor)) this.#attach(agent, actor);
    else connection.close('regrouped');
  }

  #attach(agent: Agent, actor: Actor): void {
    const { connection } = agent;
    if (!connection.isOpen) return;
    const open: AgentScreen = {
      ...{ actor, connection },
      screen: this.#parts.feed.attach(actor, connection.socket),
      desk: this.#parts.agentChats.sitDown(actor, connection.socket),
    };
    agent.open = open;
    agent.letGoOfSession = this.#parts.sessions.hold(actor.session);
    connection.welcome({ account: actor.account, agent: actor.agent, epoch: this.#parts.epoch });
    const { step, interval } = this.#parts.feed.pace;
    if (step !== 'live') connection.send({ type: 'pace-changed', step, interval });
    connection.onFrame(fromAgent, (frame) => this.#take(open, frame));
  }

  #take(open: AgentScreen, frame: FromAgent): void {
    switch (frame.type) {
      case 'watch':
        watchList(this.#parts, open, frame);
        break;
      case 'scroll':
        scrollList(this.#parts, open, frame);
        break;
      case 'unwatch':
        unwatchList(this.#parts, open, frame);
        break;
      case 'follow-visitor':
        followVisitor(this.#parts, open, frame);
        break;
      case 'probe':
        answerProbe(this.#parts, open, frame);
        break;
      case 'say':
        say(this.#parts, open, frame);
        break;
      case 'typing':
        showTyping(this.#parts, open, frame);
        break;
      case 'read':
        markRead(this.#parts, open, frame);
        break;
      case 'compose':
        compose(this.#parts, open, frame);
        break;
      case 'watch-inbox':
        watchInbox(this.#parts, open, frame);
        break;
      case 'follow-conversation':
        followConversation(this.#parts, open, frame);
        break;
      case 'watch-places':
        watchPlaces(this.#parts, open, frame);
        break;
      case 'attention':
        this.#parts.agentChats.attend(open.desk, frame.attends);
        break;
      case 'watch-views':
        watchViews(this.#parts, open, frame);
        break;
    }
  }

  #ended(agent: Agent): void {
    this.#agents.delete(agent);
    agent.letGoOfSession();
    if (agent.open === null) return;
    this.#parts.places.forget(agent.open.screen);
    this.#parts.viewCounts.forget(agent.open.desk);
    this.#parts.feed.detach(agent.open.screen);
    this.#parts.followers.forget(agent.connection.socket);
    this.#parts.agentChats.standUp(agent.open.desk, agent);
  }
}
