import type { ConversationActions } from '../../live/conversation-actions.ts';
import type { Handlers } from './handlers.ts';

type ConversationRoute =
  | 'conversations'
  | 'conversationEntries'
  | 'joinConversation'
  | 'leaveConversation'
  | 'assignConversation'
  | 'unassignConversation'
  | 'transferConversation'
  | 'resolveConversation'
  | 'reopenConversation'
  | 'markUnread'
  | 'tagConversation'
  | 'recallMessage'
  | 'sendTranscript';

/** What agents do to conversations, spoken in HTTP. */
export function conversationRoutes(actions: ConversationActions): Pick<Handlers, ConversationRoute> {
  return {
    conversations: ({ caller, query }) => actions.search(caller.actor, query),
    async conversationEntries({ caller, params, query }) {
      return { entries: await actions.entries(caller.actor, params.conversation, query.before) };
    },
    async joinConversation({ caller, params }) {
      await actions.join(caller.actor, params.conversation);
    },
    async leaveConversation({ caller, params }) {
      await actions.leave(caller.actor, params.conversation);
    },
    async assignConversation({ caller, params, body }) {
      await actions.assign(caller.actor, params.conversation, body.agent);
    },
    async unassignConversation({ caller, params, body }) {
      await actions.unassign(caller.actor, params.conversation, body.agent);
    },
    async transferConversation({ caller, params, body }) {
      await actions.transfer(caller.actor, params.conversation, body);
    },
    async resolveConversation({ caller, params }) {
      await actions.resolve(caller.actor, params.conversation);
    },
    async reopenConversation({ caller, params }) {
      await actions.reopen(caller.actor, params.conversation);
    },
    async markUnread({ caller, params }) {
      await actions.markUnread(caller.actor, params.conversation);
    },
    async tagConversation({ caller, params, body }) {
      await actions.tag(caller.actor, params.conversation, body.tags);
    },
    async recallMessage({ caller, params, body }) {
      await actions.recall(caller.actor, params.conversation, body.message);
    },
    async sendTranscript({ caller, params, body }) {
      await actions.transcript(caller.actor, params.conversation, body.email);
    },
  };
}
