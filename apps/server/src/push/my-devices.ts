import type { PushDevice } from '@vetrina/protocol/http/push';
import type { PushDeviceId } from '@vetrina/protocol/ids';
import type { Actor } from '../accounts/ports.ts';
import { Refusal } from '../platform/refusal.ts';
import type { PushRecords, PushSubscription } from './ports.ts';

type Self = Pick<Actor, 'account' | 'agent'>;

/** Used last comes first. */
export async function myDevices(
  { records }: { readonly records: Pick<PushRecords, 'ofAgent'> },
  { account, agent }: Self,
): Promise<PushDevice[]> {
  return (await records.ofAgent(account, agent)).map(deviceOf);
}

/** @throws Refusal `not_found` */
export async function removeDevice(
  { records }: { readonly records: Pick<PushRecords, 'remove'> },
  { account, agent }: Self,
  device: PushDeviceId,
): Promise<void> {
  if (!(await records.remove(account, agent, device))) throw new Refusal('not_found');
}

/** Nobody is shown an endpoint: whoever knows it can send there. */
export const deviceOf = ({ id, browser, os, createdAt, usedAt }: PushSubscription): PushDevice => ({
  ...{ id, browser, os, createdAt, usedAt },
});
