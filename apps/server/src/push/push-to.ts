import type { Notifications } from '@vetrina/protocol/http/preferences';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { PushPayload } from '@vetrina/protocol/push';
import type { JobQueue } from '../jobs/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { PushReceiver, PushRecords, PushSurroundings, PushTeam } from './ports.ts';

export interface PushToParts {
  readonly records: Pick<PushRecords, 'ofAccount'>;
  readonly team: PushTeam;
  readonly surroundings: Pick<PushSurroundings, 'attends'>;
  /** How an agent wants to hear of things. */
  readonly wishes: (account: AccountId, agent: AgentId) => Promise<Notifications>;
  readonly queue: Pick<JobQueue, 'add'>;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Pushes to all devices of those of these agents who want to hear of it and do not look at a screen of theirs right now: that
 * one makes itself heard. Resolves once it is kept in the queue.
 */
export async function pushTo(
  parts: PushToParts,
  account: AccountId,
  concerns: (receiver: PushReceiver) => boolean,
  payload: PushPayload,
): Promise<void> {
  const { records, team, surroundings, queue, clock } = parts;
  // Most accounts have nobody who hears pushes: nothing else is asked for them.
  const subscriptions = await records.ofAccount(account);
  if (subscriptions.length === 0) return;
  const subscribed = new Set(subscriptions.map(({ agent }) => agent));
  const wanted = new Set<AgentId>();
  for (const receiver of await team.members(account)) {
    const { id, seated } = receiver;
    if (!seated || !subscribed.has(id) || surroundings.attends(account, id) || !concerns(receiver)) continue;
    if (wantsToHear(await parts.wishes(account, id), receiver, payload)) wanted.add(id);
  }
  for (const { id: device, agent } of subscriptions) {
    if (!wanted.has(agent)) continue;
    await queue.add({ kind: 'push', payload: { account, agent, device, payload }, runAt: clock.now() });
  }
}

/** C8: whoever chose to be offline hears nothing, unless they want to then too. */
function wantsToHear({ whenOffline, push }: Notifications, { status }: PushReceiver, payload: PushPayload): boolean {
  if (status === 'offline' && !whenOffline) return false;
  switch (payload.kind) {
    case 'conversation':
      return payload.because === 'new-message' ? push.newMessage : push.newConversation;
    case 'visitors-came':
      return push.newVisitor;
    // Whoever wants to be told says so at the view.
    case 'view-entered':
    case 'test':
      return true;
  }
}
