import type { VisitorActions } from '../../live/visitor-actions.ts';
import type { Events } from '../../platform/events.ts';
import type { Handlers } from './handlers.ts';

type VisitorRoute =
  | 'findVisitors'
  | 'visitor'
  | 'editVisitor'
  | 'blockVisitor'
  | 'unblockVisitor'
  | 'blockedVisitors'
  | 'ipBlocks'
  | 'addIpBlock'
  | 'removeIpBlock';

/** What agents do to visitors, spoken in HTTP. */
export function visitorRoutes(actions: VisitorActions, events: Events): Pick<Handlers, VisitorRoute> {
  return {
    findVisitors: ({ caller, query }) => actions.find(caller.actor, query.q),
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
    blockedVisitors: async ({ caller }) => [...(await actions.blockedVisitors(caller.actor))],
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
