import { createPublicKey } from 'node:crypto';
import type { PushDevice, PushSubscribing } from '@vetrina/protocol/http/push';
import { LIMITS } from '@vetrina/protocol/limits';
import type { Actor } from '../accounts/ports.ts';
import type { AttemptLimit } from '../platform/attempts.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { deviceOf } from './my-devices.ts';
import type { PushPost, PushRecords } from './ports.ts';

export interface SubscribeParts {
  readonly records: Pick<PushRecords, 'keep'>;
  readonly post: Pick<PushPost, 'accepts'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'pushDevice'>;
  readonly readUserAgent: (userAgent: string) => { readonly browser: string | null; readonly os: string | null };
  /** Per agent. */
  readonly subscribings: AttemptLimit;
}

/**
 * A browser hears pushes for this agent from now on, as long as the session lasts. Asked again it stays the same device; a
 * browser in which somebody else signs in is theirs. @throws Refusal `bad_request`, `too_many_requests`
 */
export async function subscribe(
  { records, post, clock, ids, readUserAgent, subscribings }: SubscribeParts,
  { account, agent, session }: Actor,
  { endpoint, keys, language, userAgent }: PushSubscribing,
): Promise<PushDevice> {
  subscribings.count(agent);
  if (!post.accepts(endpoint)) throw new Refusal('bad_request', { fields: { endpoint: 'must be an https address' } });
  if (!isOnCurve(keys.p256dh)) throw new Refusal('bad_request', { fields: { keys: 'not a public key' } });
  const at = clock.now();
  const { browser, os } = readUserAgent(userAgent);
  const kept = await records.keep(
    {
      ...{ id: ids.pushDevice(), account, agent, session, endpoint, keys, language, browser, os },
      ...{ createdAt: at, usedAt: at },
    },
    LIMITS.pushDevices,
  );
  return deviceOf(kept);
}

/** Nothing could be encrypted for another point. */
function isOnCurve(point: string): boolean {
  const bytes = Buffer.from(point, 'base64url');
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33, 65)].map((half) => half.toString('base64url'));
  try {
    createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' } });
    return true;
  } catch {
    return false;
  }
}
