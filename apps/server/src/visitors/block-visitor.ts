import type { Account } from '@vetrina/protocol/http/account';
import type { VisitorBlock } from '@vetrina/protocol/http/visitors';
import type { Actor } from '../accounts/ports.ts';
import { demandFeature } from '../platform/demand-feature.ts';
import { Refusal } from '../platform/refusal.ts';
import { alter, type VisitorChange } from './changes.ts';
import type { StoredBlock, VisitorKey, VisitorStore } from './ports.ts';
import { isBlocked, type OnSite, type Stay } from './stay.ts';

const MINUTE = 60_000;

/** @throws Refusal `plan_required` naming the cheapest plan that has blocking (P). */
export function demandBlocking(account: Account): void {
  demandFeature(account.plan, 'blocking');
}

interface Parts {
  readonly store: Pick<VisitorStore, 'block' | 'unblock'>;
  readonly onSite: OnSite;
}

/**
 * Blocks a visitor, for a time or until unblocked (C7). Null: not on the site, so nothing shown changed.
 * @throws Refusal `plan_required`, `not_found`
 */
export async function blockVisitor(
  parts: Parts,
  account: Account,
  actor: Actor,
  key: VisitorKey,
  { forMinutes }: VisitorBlock,
  at: number,
): Promise<VisitorChange | null> {
  demandBlocking(account);
  const block: StoredBlock = { at, by: actor.name, until: forMinutes === undefined ? null : at + forMinutes * MINUTE };
  if (!(await parts.store.block(key, { ...block, byAgent: actor.agent }))) throw new Refusal('not_found');
  const stay = parts.onSite.get(key.account, key.visitor);
  if (stay === undefined) return null;
  stay.block = block;
  return reconsiderBlock(stay, at);
}

/** Unblocking is free of the plan: nobody stays blocked because an account went back to FREE. @throws Refusal `not_found` */
export async function unblockVisitor(parts: Parts, key: VisitorKey, at: number): Promise<VisitorChange | null> {
  if (!(await parts.store.unblock(key))) throw new Refusal('not_found');
  const stay = parts.onSite.get(key.account, key.visitor);
  if (stay === undefined) return null;
  stay.block = null;
  return reconsiderBlock(stay, at);
}

/** Shows whether the visitor is blocked now, by whatever reason. Null: as before. */
export function reconsiderBlock(stay: Stay, at: number): VisitorChange | null {
  const blocked = isBlocked(stay, at);
  if (blocked === stay.visitor.blocked) return null;
  alter(stay, { blocked });
  return { kind: blocked ? 'blocked' : 'unblocked', account: stay.account, visitor: stay.visitor, at };
}
