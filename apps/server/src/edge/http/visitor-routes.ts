import type { IpBlock, NewIpBlock, VisitorBlock, VisitorEdit } from '@vetrina/protocol/http/visitors';
import type { BlockId, VisitorId } from '@vetrina/protocol/ids';
import type { VisitorDetails } from '@vetrina/protocol/visitor-details';
import type { Actor } from '../../accounts/ports.ts';
import type { Events } from '../../platform/events.ts';
import type { Handlers } from './handlers.ts';

/** What agents do to visitors; every method acts within the actor's account and throws `Refusal`. */
export interface VisitorActions {
  details(actor: Actor, visitor: VisitorId): Promise<VisitorDetails>;
  edit(actor: Actor, visitor: VisitorId, edit: VisitorEdit): Promise<VisitorDetails>;
  block(actor: Actor, visitor: VisitorId, block: VisitorBlock): Promise<VisitorDetails>;
  unblock(actor: Actor, visitor: VisitorId): Promise<VisitorDetails>;
  ipBlocks(actor: Actor): Promise<readonly IpBlock[]>;
  addIpBlock(actor: Actor, block: NewIpBlock): Promise<IpBlock>;
  removeIpBlock(actor: Actor, block: BlockId): Promise<void>;
}

type VisitorRoute =
  | 'visitor'
  | 'editVisitor'
  | 'blockVisitor'
  | 'unblockVisitor'
  | 'ipBlocks'
  | 'addIpBlock'
  | 'removeIpBlock';

export function visitorRoutes(actions: VisitorActions, events: Events): Pick<Handlers, VisitorRoute> {
  return {
    visitor: ({ caller, params }) => actions.details(caller.actor, params.visitor),
    editVisitor: ({ caller, params, body }) => actions.edit(caller.actor, params.visitor, body),
    async blockVisitor({ caller: { actor }, params: { visitor }, body }) {
      const details = await actions.block(actor, visitor, body);
      events.visitorBlocked({ account: actor.account, agent: actor.agent, visitor });
      return details;
    },
    async unblockVisitor({ caller: { actor }, params: { visitor } }) {
      const details = await actions.unblock(actor, visitor);
      events.visitorUnblocked({ account: actor.account, agent: actor.agent, visitor });
      return details;
    },
    ipBlocks: async ({ caller }) => [...(await actions.ipBlocks(caller.actor))],
    async addIpBlock({ caller: { actor }, body }) {
      const block = await actions.addIpBlock(actor, body);
      events.ipBlockAdded({ account: actor.account, agent: actor.agent });
      return block;
    },
    async removeIpBlock({ caller: { actor }, params }) {
      await actions.removeIpBlock(actor, params.block);
      events.ipBlockRemoved({ account: actor.account, agent: actor.agent });
    },
  };
}
