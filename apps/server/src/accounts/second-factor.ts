import type { SecondFactorOffer, SecondFactorState } from '@vetrina/protocol/http/second-factor';
import type { AttemptLimit } from '../platform/attempts.ts';
import type { Events } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { demandPassword } from './change-password.ts';
import type { Authentication, SecondFactors } from './ports.ts';
import type { Caller } from './who-is-it.ts';

export interface SecondFactorParts {
  readonly authentication: Authentication;
  readonly factors: SecondFactors;
  readonly attempts: { readonly perPerson: AttemptLimit };
  readonly events: Events;
}

export async function secondFactorState({ factors }: SecondFactorParts, { user }: Caller): Promise<SecondFactorState> {
  return { on: (await factors.having([user])).has(user) };
}

/**
 * Secret and recovery codes, shown this once; they are on once a first code confirms them.
 * @throws Refusal `wrong_credentials`, `too_many_requests`; `bad_request` when one is on already
 */
export async function offerSecondFactor(
  parts: SecondFactorParts,
  caller: Caller,
  cookie: string | undefined,
  password: string,
): Promise<SecondFactorOffer> {
  await demandPassword(parts, caller, password);
  const offered = await parts.factors.offer(cookie, password);
  if (offered === 'on_already') throw new Refusal('bad_request');
  if (offered === 'wrong_credentials') throw new Refusal(offered);
  return offered;
}

/** @throws Refusal `wrong_code`, `too_many_requests` */
export async function confirmSecondFactor(parts: SecondFactorParts, caller: Caller, code: string): Promise<void> {
  const { actor, user } = caller;
  parts.attempts.perPerson.count(user);
  if (!(await parts.factors.confirm(user, code))) throw new Refusal('wrong_code');
  parts.attempts.perPerson.forgive(user);
  parts.events.secondFactorChanged({ account: actor.account, agent: actor.agent, on: true });
}

/** @throws Refusal `wrong_credentials`, `too_many_requests` */
export async function removeSecondFactor(parts: SecondFactorParts, caller: Caller, password: string): Promise<void> {
  await demandPassword(parts, caller, password);
  await parts.factors.remove(caller.user);
  const { account, agent } = caller.actor;
  parts.events.secondFactorChanged({ account, agent, on: false });
}
