import type { Account } from '@vetrina/protocol/http/account';
import type { AccountDirectory, Actor } from '../../accounts/ports.ts';
import {
  addChatbot,
  type ChatbotParts,
  copyChatbot,
  publishChatbot,
  removeChatbot,
  saveChatbotDraft,
  unpublishChatbot,
} from '../../chatbots/edit-chatbots.ts';
import type { LanguageModel, Webhooks } from '../../chatbots/ports.ts';
import { withoutAddresses } from '../../chatbots/without-addresses.ts';
import type { AttemptLimit } from '../../platform/attempts.ts';
import { demandFeature } from '../../platform/demand-feature.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Handlers } from './handlers.ts';

export interface ChatbotRouteParts extends ChatbotParts {
  readonly webhooks: Webhooks;
  readonly model: LanguageModel;
  readonly accounts: Pick<AccountDirectory, 'byId'>;
  /** How often people of an account may try something outside. */
  readonly tries: AttemptLimit;
}

type ChatbotRoute = Extract<keyof Handlers, `${string}hatbot${string}` | 'tryWebhook' | 'tryModel'>;

/** Chatbots, spoken in HTTP. */
export function chatbotRoutes(parts: ChatbotRouteParts): Pick<Handlers, ChatbotRoute> {
  const { store } = parts;
  const accountOf = async (actor: Actor): Promise<Account> => {
    const account = await parts.accounts.byId(actor.account);
    if (account === null) throw new Refusal('not_found');
    return account;
  };
  /** What leaves the house is a matter of the plan, and of measure. */
  const demandTry = async (actor: Actor): Promise<void> => {
    const { plan } = await accountOf(actor);
    demandFeature(plan, 'chatbots');
    parts.tries.count(actor.account);
  };
  return {
    chatbots: async ({ caller }) => [...(await store.chatbots(caller.actor.account))],
    async chatbot({ caller, params }) {
      const found = orNotFound(await store.chatbot(caller.actor.account, params.chatbot));
      return caller.actor.role === 'agent' ? withoutAddresses(found) : found;
    },
    addChatbot: ({ caller, body }) => addChatbot(parts, caller.actor, body),
    saveChatbotDraft: ({ caller, params, body }) => saveChatbotDraft(parts, caller.actor, params.chatbot, body),
    publishChatbot: async ({ caller, params, body }) =>
      publishChatbot(parts, await accountOf(caller.actor), params.chatbot, body.changedAt),
    unpublishChatbot: ({ caller, params }) => unpublishChatbot(parts, caller.actor, params.chatbot),
    copyChatbot: ({ caller, params }) => copyChatbot(parts, caller.actor, params.chatbot),
    async removeChatbot({ caller, params }) {
      await removeChatbot(parts, caller.actor, params.chatbot);
    },
    chatbotStatistics: async ({ caller, params }) =>
      orNotFound(await store.chatbotStatistics(caller.actor.account, params.chatbot)),
    chatbotSurroundings: async () => ({ model: parts.model.isOn }),
    async tryWebhook({ caller, body }) {
      await demandTry(caller.actor);
      return parts.webhooks.call(body);
    },
    async tryModel({ caller, body }) {
      await demandTry(caller.actor);
      return parts.model.ask(body);
    },
  };
}

function orNotFound<Found>(found: Found | null): Found {
  if (found === null) throw new Refusal('not_found');
  return found;
}
