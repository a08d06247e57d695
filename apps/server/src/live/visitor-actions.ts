import type { BlockedVisitor, IpBlock, NewIpBlock, VisitorBlock, VisitorEdit } from '@vetrina/protocol/http/visitors';
import type { AccountId, BlockId, VisitorId } from '@vetrina/protocol/ids';
import type { VisitorDetails } from '@vetrina/protocol/visitor-details';
import type { AccountDirectory, Actor } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import { addIpBlock, removeIpBlock } from '../visitors/block-ip.ts';
import { blockVisitor, unblockVisitor } from '../visitors/block-visitor.ts';
import type { VisitorChange } from '../visitors/changes.ts';
import { editVisitor } from '../visitors/edit-visitor.ts';
import type { IpBlocks } from '../visitors/ip-blocks.ts';
import type { VisitJournal, VisitorStore } from '../visitors/ports.ts';
import type { OnSite } from '../visitors/stay.ts';
import type { FindVisitors } from './find-visitors.ts';

export interface VisitorActionsParts {
  readonly clock: Clock;
  readonly accounts: Pick<AccountDirectory, 'byId'>;
  readonly store: VisitorStore;
  readonly journal: VisitJournal;
  readonly onSite: OnSite;
  readonly ipBlocks: IpBlocks;
  readonly newBlock: () => BlockId;
  readonly changed: (change: VisitorChange) => void;
  /** T1: may this agent see this visitor? */
  readonly maySee: (actor: Actor, visitor: VisitorId) => Promise<boolean>;
  /** Null: no such visitor, or not this agent's to see. */
  readonly readDetails: (actor: Actor, visitor: VisitorId) => Promise<VisitorDetails | null>;
  /** What is saved of the visitor is another now; conversations show it, also of somebody who is not here. */
  readonly refresh: (account: AccountId, visitor: VisitorId) => Promise<void>;
  readonly find: FindVisitors;
}

/**
 * What agents do to visitors, for whoever speaks to them (HTTP today). The names are those of `protocol/http/routes`.
 * Every method acts within the actor's account and throws `Refusal`.
 */
export interface VisitorActions {
  /** Of those who are on the site (D1). */
  readonly find: FindVisitors;
  details(actor: Actor, visitor: VisitorId): Promise<VisitorDetails>;
  edit(actor: Actor, visitor: VisitorId, edit: VisitorEdit): Promise<VisitorDetails>;
  block(actor: Actor, visitor: VisitorId, block: VisitorBlock): Promise<VisitorDetails>;
  unblock(actor: Actor, visitor: VisitorId): Promise<VisitorDetails>;
  blockedVisitors(actor: Actor): Promise<readonly BlockedVisitor[]>;
  ipBlocks(actor: Actor): Promise<readonly IpBlock[]>;
  addIpBlock(actor: Actor, block: NewIpBlock): Promise<IpBlock>;
  removeIpBlock(actor: Actor, block: BlockId): Promise<void>;
}

export function createVisitorActions(parts: VisitorActionsParts): VisitorActions {
  const { clock, changed } = parts;
  const keyOf = (actor: Actor, visitor: VisitorId) => ({ account: actor.account, visitor });
  const accountOf = async (actor: Actor) => {
    const account = await parts.accounts.byId(actor.account);
    if (account === null) throw new Refusal('not_found');
    return account;
  };
  const details = async (actor: Actor, visitor: VisitorId) => {
    const found = await parts.readDetails(actor, visitor);
    if (found === null) throw new Refusal('not_found');
    return found;
  };
  /** A visitor of other groups answers like none at all. */
  const demandSight = async (actor: Actor, visitor: VisitorId) => {
    if (!(await parts.maySee(actor, visitor))) throw new Refusal('not_found');
  };
  const settle = (change: VisitorChange | null) => {
    if (change !== null) changed(change);
  };
  return {
    find: parts.find,
    details,
    async edit(actor, visitor, edit) {
      await demandSight(actor, visitor);
      settle(await editVisitor(parts, actor, keyOf(actor, visitor), edit, clock.now()));
      await parts.refresh(actor.account, visitor);
      return details(actor, visitor);
    },
    async block(actor, visitor, block) {
      await demandSight(actor, visitor);
      settle(await blockVisitor(parts, await accountOf(actor), actor, keyOf(actor, visitor), block, clock.now()));
      await parts.refresh(actor.account, visitor);
      return details(actor, visitor);
    },
    async unblock(actor, visitor) {
      await demandSight(actor, visitor);
      settle(await unblockVisitor(parts, keyOf(actor, visitor), clock.now()));
      await parts.refresh(actor.account, visitor);
      return details(actor, visitor);
    },
    blockedVisitors: ({ account, groups }) => parts.store.blockedVisitors(account, groups, clock.now()),
    ipBlocks: (actor) => parts.ipBlocks.all(actor.account),
    async addIpBlock(actor, wanted) {
      const added = await addIpBlock(parts, await accountOf(actor), actor, wanted, parts.newBlock(), clock.now());
      for (const change of added.changes) changed(change);
      return added.block;
    },
    async removeIpBlock(actor, block) {
      for (const change of await removeIpBlock(parts, actor.account, block, clock.now())) changed(change);
    },
  };
}
