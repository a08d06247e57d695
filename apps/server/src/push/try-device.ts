import type { PushDeviceId } from '@vetrina/protocol/ids';
import type { Actor } from '../accounts/ports.ts';
import type { JobQueue } from '../jobs/ports.ts';
import type { AttemptLimit } from '../platform/attempts.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { PushRecords } from './ports.ts';

export interface TryParts {
  readonly records: Pick<PushRecords, 'find'>;
  readonly queue: Pick<JobQueue, 'add'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Per agent. */
  readonly tries: AttemptLimit;
}

/** Sends a test to one of the agent's own devices, whoever looks at what. @throws Refusal `not_found`, `too_many_requests` */
export async function tryDevice(
  { records, queue, clock, tries }: TryParts,
  { account, agent }: Pick<Actor, 'account' | 'agent'>,
  device: PushDeviceId,
): Promise<void> {
  if ((await records.find(account, device))?.agent !== agent) throw new Refusal('not_found');
  tries.count(agent);
  const at = clock.now();
  await queue.add({ kind: 'push', payload: { account, agent, device, payload: { kind: 'test', at } }, runAt: at });
}
