import type { AccountId, AgentId, PushDeviceId } from '@vetrina/protocol/ids';
import type { PushPayload } from '@vetrina/protocol/push';
import type { JobEnd } from '../jobs/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { PushAnswer, PushPost, PushRecords, PushSubscription, PushSurroundings, PushTeam } from './ports.ts';
import { pushRequest, type SenderParts, staleAt } from './push-request.ts';
import { wordPush } from './word-push.ts';

export interface DeliveryParts {
  readonly records: Pick<PushRecords, 'find' | 'forget' | 'endSession'>;
  readonly post: Pick<PushPost, 'hand'>;
  readonly sender: SenderParts;
  readonly team: PushTeam;
  readonly surroundings: Pick<PushSurroundings, 'unread'>;
  readonly sessions: { openSessions(sessions: readonly string[], now: number): Promise<ReadonlySet<string>> };
  /** What the agent chose; null: nothing. */
  readonly language: (account: AccountId, agent: AgentId) => Promise<string | null>;
  readonly clock: Pick<Clock, 'now'>;
  readonly count: (outcome: PushOutcome) => void;
}

/** `dropped`: nobody is to hear of it there any more. `stale`: nobody wants to any more. */
export type PushOutcome = PushAnswer['as'] | 'dropped' | 'stale';

/** One message to one device. */
export interface Delivery {
  readonly account: AccountId;
  readonly agent: AgentId;
  readonly device: PushDeviceId;
  readonly payload: PushPayload;
}

/** C8: hands a message to the device's push service, if it still is this agent's and signed in; what fails for now comes back. */
export async function deliverPush(parts: DeliveryParts, delivery: Delivery): Promise<JobEnd> {
  const { clock, count, post, sender } = parts;
  const { payload } = delivery;
  if (clock.now() >= staleAt(payload)) {
    count('stale');
    return 'done';
  }
  const found = await receiverOf(parts, delivery);
  if (found === null) {
    count('dropped');
    return 'done';
  }
  const { subscription, receiver } = found;
  const language = (await parts.language(delivery.account, delivery.agent)) ?? subscription.language;
  const unread = payload.kind === 'conversation' ? await parts.surroundings.unread(delivery.account, receiver) : null;
  const shown = wordPush(payload, language, unread);
  const answer = await post.hand(await pushRequest(sender, subscription, payload, shown, clock.now()));
  count(answer.as);
  return endOf(parts, subscription, answer);
}

/** Somebody else may have signed in there, or the session may be over, since it was put into the queue. */
async function receiverOf({ records, team, sessions, clock }: DeliveryParts, { account, agent, device }: Delivery) {
  const subscription = await records.find(account, device);
  if (subscription?.agent !== agent) return null;
  const { session } = subscription;
  if (!(await sessions.openSessions([session], clock.now())).has(session)) {
    await records.endSession(session);
    return null;
  }
  const receiver = (await team.members(account)).find(({ id, seated }) => id === agent && seated);
  return receiver === undefined ? null : { subscription, receiver };
}

async function endOf(
  { records }: DeliveryParts,
  { id, endpoint }: PushSubscription,
  answer: PushAnswer,
): Promise<JobEnd> {
  switch (answer.as) {
    case 'taken':
      return 'done';
    case 'gone':
      await records.forget(id, endpoint);
      return 'done';
    case 'busy':
      return { again: answer.retryAfter ?? 0, because: `the push service is busy (${answer.status ?? 'unreachable'})` };
    case 'refused':
      return { hopeless: `the push service refused (${answer.status})` };
    case 'forbidden':
      return { hopeless: 'the endpoint is no public address' };
  }
}
