import type { AgentId, TagId } from '@vetrina/protocol/ids';
import type { Conversation, LogBody, Sender } from './conversation.ts';
import { add, addDeed, type Moment, type Step, standing, stateWith } from './conversation-step.ts';

/**
 * C2: what agents do to a conversation. Doing again what is so already is no error and changes nothing. Whoever is on it already
 * takes over from a chatbot that answers meanwhile (A7).
 */
export function join(step: Step, agent: AgentId, moment: Moment): Step {
  const { agents, state } = step.next;
  if (agents.includes(agent)) return takenOver(step);
  const facts: Partial<Conversation> = {
    agents: [...agents, agent],
    automated: false,
    state: state === 'resolved' ? 'resolved' : 'open',
  };
  return addDeed(step, agent, { kind: 'joined' }, moment, facts);
}

function takenOver(step: Step): Step {
  return step.next.automated ? { ...step, next: { ...step.next, automated: false } } : step;
}

/** The last one to leave an unresolved conversation leaves it new: somebody else is to take it. */
export function leave(conversation: Conversation, agent: AgentId, moment: Moment): Step {
  const step = standing(conversation);
  if (!conversation.agents.includes(agent)) return step;
  return addDeed(step, agent, { kind: 'left' }, moment, without(conversation, agent));
}

export function assign(conversation: Conversation, agent: AgentId, by: AgentId, moment: Moment): Step {
  const step = standing(conversation);
  if (conversation.agents.includes(agent)) return step;
  const agents = [...conversation.agents, agent];
  return addDeed(step, by, { kind: 'assigned', agent }, moment, onIt(conversation, agents));
}

export function unassign(conversation: Conversation, agent: AgentId, by: AgentId, moment: Moment): Step {
  const step = standing(conversation);
  if (!conversation.agents.includes(agent)) return step;
  return addDeed(step, by, { kind: 'unassigned', agent }, moment, without(conversation, agent));
}

export type TransferTo = Exclude<Extract<LogBody, { kind: 'transferred' }>['to'], { to: 'team' }>;

/** To an agent: who takes everybody's place. To a group: nobody is on it until somebody of that group joins. */
export function transfer(conversation: Conversation, to: TransferTo, by: AgentId, moment: Moment): Step {
  const agents = to.to === 'agent' ? [to.agent] : [];
  const group = to.to === 'group' ? to.group : conversation.group;
  const isSoAlready =
    conversation.state !== 'resolved' &&
    conversation.group === group &&
    conversation.agents.length === agents.length &&
    agents.every((agent) => conversation.agents.includes(agent));
  if (isSoAlready) return standing(conversation);
  const step = reopen(standing(conversation), { who: 'agent', agent: by }, moment);
  return addDeed(step, by, { kind: 'transferred', to }, moment, {
    agents,
    group,
    automated: false,
    state: stateWith(agents),
  });
}

/** Whoever resolves a conversation was on it. */
export function resolve(conversation: Conversation, agent: AgentId, moment: Moment): Step {
  if (conversation.state === 'resolved') return standing(conversation);
  const facts = { state: 'resolved', resolvedAt: moment.at, waitingSince: null, automated: false } as const;
  return addDeed(join(standing(conversation), agent, moment), agent, { kind: 'resolved' }, moment, facts);
}

/** These of its agents are on it again; if there are none, it is new. */
export function reopen(step: Step, sender: Sender, moment: Moment, agents = step.next.agents): Step {
  if (step.next.state !== 'resolved') return step;
  const body = { kind: 'reopened' } as const;
  return add(step, { id: moment.newId(), at: moment.at, sender, body }, { agents, state: stateWith(agents) });
}

/** Replaces all tags; a tag stands once. */
export function retag(conversation: Conversation, tags: readonly TagId[]): Step {
  const wanted = [...new Set(tags)];
  const same = wanted.length === conversation.tags.length && wanted.every((tag) => conversation.tags.includes(tag));
  return standing(same ? conversation : { ...conversation, tags: wanted });
}

function without(conversation: Conversation, agent: AgentId): Partial<Conversation> {
  return onIt(
    conversation,
    conversation.agents.filter((each) => each !== agent),
  );
}

function onIt({ state }: Conversation, agents: readonly AgentId[]): Partial<Conversation> {
  return { agents, automated: false, state: state === 'resolved' ? 'resolved' : stateWith(agents) };
}
