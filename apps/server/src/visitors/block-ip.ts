import { parseIpPattern } from '@vetrina/domain/ip-patterns';
import type { Account } from '@vetrina/protocol/http/account';
import type { IpBlock, NewIpBlock } from '@vetrina/protocol/http/visitors';
import type { AccountId, BlockId } from '@vetrina/protocol/ids';
import type { Actor } from '../accounts/ports.ts';
import { Refusal } from '../platform/refusal.ts';
import { demandBlocking, reconsiderBlock } from './block-visitor.ts';
import type { VisitorChange } from './changes.ts';
import type { IpBlocks } from './ip-blocks.ts';
import type { VisitorStore } from './ports.ts';
import type { OnSite } from './stay.ts';

interface Parts {
  readonly store: Pick<VisitorStore, 'addIpBlock' | 'removeIpBlock'>;
  readonly ipBlocks: IpBlocks;
  readonly onSite: OnSite;
}

/**
 * Blocks everyone whose address matches the pattern, those who are on the site included (C7).
 * @throws Refusal `plan_required`; `bad_request` for a pattern that cannot be read or would block everyone
 */
export async function addIpBlock(
  parts: Parts,
  account: Account,
  actor: Actor,
  wanted: NewIpBlock,
  id: BlockId,
  at: number,
): Promise<{ readonly block: IpBlock; readonly changes: readonly VisitorChange[] }> {
  demandBlocking(account);
  const pattern = parseIpPattern(wanted.pattern);
  if (pattern === null) throw new Refusal('bad_request', { fields: { pattern: 'not an address, pattern or network' } });
  const block: IpBlock = { id, pattern: pattern.text, createdAt: at, createdBy: actor.name };
  await parts.store.addIpBlock(account.id, { ...block, byAgent: actor.agent });
  return { block, changes: await reconsiderEveryone(parts, account.id, at) };
}

/** @throws Refusal `not_found` */
export async function removeIpBlock(
  parts: Parts,
  account: AccountId,
  id: BlockId,
  at: number,
): Promise<readonly VisitorChange[]> {
  if (!(await parts.store.removeIpBlock(account, id))) throw new Refusal('not_found');
  return reconsiderEveryone(parts, account, at);
}

/** One pass over the account's visitors: an agent's action, not a visitor's. */
async function reconsiderEveryone(parts: Parts, account: AccountId, at: number): Promise<VisitorChange[]> {
  parts.ipBlocks.forget(account);
  const isBlockedIp = await parts.ipBlocks.tester(account);
  const changes: VisitorChange[] = [];
  for (const stay of parts.onSite.of(account).values()) {
    stay.blockedByIp = isBlockedIp(stay.peerIp);
    const change = reconsiderBlock(stay, at);
    if (change !== null) changes.push(change);
  }
  return changes;
}
