import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { SessionEndings, SnippetSightings, Tickets } from './accounts/ports.ts';
import type { ArrivalLimits } from './edge/account-limit.ts';
import { AddressBudgets, type AddressLimits } from './edge/address-budget.ts';
import { AgentGateway } from './edge/agent-gateway.ts';
import { drainConnections } from './edge/drain.ts';
import { Heartbeat } from './edge/heartbeat.ts';
import { VisitorGateway, type VisitorGatewayParts } from './edge/visitor-gateway.ts';
import type { AutomationActions } from './live/automation-actions.ts';
import type { ConversationActions } from './live/conversation-actions.ts';
import { createLive, type Live, type LiveParts } from './live/create-live.ts';
import type { Ids } from './platform/ids.ts';

export interface LiveServerParts extends LiveParts, Pick<VisitorGatewayParts, 'uploads'> {
  readonly ids: LiveParts['ids'] & Pick<Ids, 'secret'>;
  readonly accounts: LiveParts['accounts'] & VisitorGatewayParts['accounts'];
  readonly tickets: Tickets;
  readonly sessions: SessionEndings;
  readonly sightings: SnippetSightings;
  /** Other limits than the usual ones, for tests. */
  readonly arrivals?: ArrivalLimits;
  readonly addressLimits?: AddressLimits;
  /** Origins of this server itself: the dashboard's and the demo shop's. */
  readonly selfOrigins: readonly string[];
}

/** What is live, with its two doors. */
export interface LiveServer
  extends Pick<Live, 'actions' | 'numbers' | 'onlyYou' | 'isHere' | 'someoneOnline' | 'isOnline' | 'forPush'> {
  /** What agents do to conversations beside talking. */
  readonly conversationActions: ConversationActions;
  readonly automationActions: AutomationActions;
  onlineAgents(account: AccountId): ReadonlySet<AgentId>;
  readonly visitorGateway: VisitorGateway;
  readonly agentGateway: AgentGateway;
  /** Sizes of everything that grows with visitors and screens, for metrics and leak tests. */
  sizes(): ReturnType<Live['sizes']> & Readonly<Record<'sockets' | 'pulses', number>>;
  /** Sends everyone away, spread over `overMs`, and saves what is pending. Visits stay open: whoever returns continues. */
  drain(overMs?: number): Promise<void>;
  /** Stops all timers. After `drain`. */
  stop(): void;
}

const DRAIN_OVER = 2_000;

/** Builds what is live and puts the visitors' and the agents' door in front of it. */
export async function composeLive(parts: LiveServerParts): Promise<LiveServer> {
  const { clock } = parts;
  const live = await createLive(parts);
  const heartbeat = new Heartbeat(clock);
  const budgets = new AddressBudgets(clock, parts.addressLimits);
  const { boxes, boxStates, visitors: chats, agents: agentChats, automation } = live.conversations;
  const visitorGateway = new VisitorGateway({
    ...{ ...parts, ...live, heartbeat, budgets, boxes, boxStates, chats },
    ...{ pageRules: automation.pages, ruleContacts: automation.contacts },
  });
  const agentGateway = new AgentGateway({
    ...parts,
    ...live,
    heartbeat,
    budgets,
    agentChats,
    epoch: parts.ids.secret(),
  });
  return {
    visitorGateway,
    agentGateway,
    actions: live.actions,
    conversationActions: live.conversations.actions,
    automationActions: automation.actions,
    numbers: live.numbers,
    onlyYou: live.onlyYou,
    isHere: live.isHere,
    someoneOnline: live.someoneOnline,
    isOnline: live.isOnline,
    forPush: live.forPush,
    onlineAgents: (account) => new Set(live.conversations.team.online(account).map(({ face }) => face.id)),
    sizes: () => ({
      ...live.sizes(),
      sockets: visitorGateway.size + agentGateway.size,
      pulses: heartbeat.size,
    }),
    async drain(overMs = DRAIN_OVER) {
      await drainConnections(clock, [...agentGateway.connections(), ...visitorGateway.connections()], overMs);
      await live.save();
    },
    stop() {
      heartbeat.stop();
      budgets.stop();
      live.stop();
    },
  };
}
