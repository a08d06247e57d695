import type { HandOverTo } from '@vetrina/protocol/automation/flow';
import type { Conversation, LogBody, Sender } from './conversation.ts';
import { add, type Moment, type Step, stateWith } from './conversation-step.ts';

/** A chatbot that acts in a conversation, under its name. */
export type BotSender = Extract<Sender, { who: 'automation' }>;

/** A7: from now on the visitor waits for a person: an agent whom it is given to, a group, or whoever is there. */
export function handOver(step: Step, bot: BotSender, to: HandOverTo, { at, newId }: Moment): Step {
  const entry = { id: newId(), at, sender: bot, body: { kind: 'transferred', to: receiver(to) } } as const;
  const { agents, group } = step.next;
  const on = to.to === 'agent' ? [to.agent] : agents;
  const facts: Partial<Conversation> = { automated: false, waitingSince: at, agents: on, state: stateWith(on) };
  return add(step, entry, { ...facts, group: to.to === 'group' ? to.group : group });
}

function receiver(to: HandOverTo): Extract<LogBody, { kind: 'transferred' }>['to'] {
  return to.to === 'anyone' ? { to: 'team' } : to;
}

/** A7: the bot has done what was wanted, and the conversation is over. */
export function resolveByBot(step: Step, bot: BotSender, { at, newId }: Moment): Step {
  const facts = { state: 'resolved', resolvedAt: at, waitingSince: null, automated: false } as const;
  return add(step, { id: newId(), at, sender: bot, body: { kind: 'resolved' } }, facts);
}

/**
 * The bot says nothing more. Whoever had written to the team before it came, or was left by it in the middle of something, is handed
 * over to the team.
 */
export function botIsDone(step: Step, bot: BotSender, leavesWaiting: boolean, moment: Moment): Step {
  const { next, entries } = step;
  if (!next.automated) return step;
  if (leavesWaiting || next.startedBy === 'visitor') return handOver(step, bot, { to: 'anyone' }, moment);
  return { entries, next: { ...next, automated: false } };
}
