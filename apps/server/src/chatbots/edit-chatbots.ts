import { checkFlow, mayBePublished } from '@vetrina/domain/chatbots/check-flow';
import type { Account } from '@vetrina/protocol/http/account';
import type { Chatbot, ChatbotDraft, NewChatbot } from '@vetrina/protocol/http/chatbots';
import type { AccountId, AgentId, ChatbotId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { Actor } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import { copyName } from '../platform/copy-name.ts';
import { demandFeature } from '../platform/demand-feature.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ChatbotStore, LanguageModel } from './ports.ts';

export interface ChatbotParts {
  readonly store: ChatbotStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'chatbot'>;
  readonly model: Pick<LanguageModel, 'isOn'>;
  /** Whom a bot can hand over to. */
  readonly team: {
    members(account: AccountId): Promise<readonly { readonly id: AgentId; readonly active: boolean }[]>;
    groups(account: AccountId): Promise<readonly { readonly key: string }[]>;
  };
}

/** @throws Refusal `too_many_chatbots` */
export async function addChatbot(parts: ChatbotParts, actor: Actor, { name, draft }: NewChatbot): Promise<Chatbot> {
  const at = parts.clock.now();
  const chatbot: Chatbot = {
    ...{ id: parts.ids.chatbot(), name, draft, published: null, isPublished: false, publishedAt: null },
    ...{ createdAt: at, changedAt: at },
  };
  const added = await parts.store.addChatbot(actor.account, chatbot, LIMITS.chatbots);
  if (added === null) throw new Refusal('too_many_chatbots');
  return added;
}

/** @throws Refusal `not_found`, `changed_meanwhile` */
export async function saveChatbotDraft(
  { store, clock }: ChatbotParts,
  actor: Actor,
  id: ChatbotId,
  draft: ChatbotDraft,
): Promise<Chatbot> {
  return orRefuse(await store.saveDraft(actor.account, id, draft, clock.now()));
}

/**
 * From now on visitors talk with the draft.
 * @throws Refusal `plan_required`, `not_found`, `changed_meanwhile`; `chatbot_unfinished` for what would leave visitors stuck
 */
export async function publishChatbot(
  parts: ChatbotParts,
  account: Account,
  id: ChatbotId,
  changedAt: number,
): Promise<Chatbot> {
  demandFeature(account.plan, 'chatbots');
  const { draft } = orRefuse(await parts.store.chatbot(account.id, id));
  const [agents, groups] = await Promise.all([parts.team.members(account.id), parts.team.groups(account.id)]);
  const problems = checkFlow(draft, {
    agents: agents.filter(({ active }) => active).map((agent) => agent.id),
    groups: groups.map(({ key }) => key),
    model: parts.model.isOn,
  });
  if (!mayBePublished(problems)) throw new Refusal('chatbot_unfinished');
  return orRefuse(await parts.store.publish(account.id, id, changedAt, parts.clock.now()));
}

/** Talks that are under way go on; no rule starts it any more. @throws Refusal `not_found` */
export async function unpublishChatbot({ store }: ChatbotParts, actor: Actor, id: ChatbotId): Promise<Chatbot> {
  return orRefuse(await store.unpublish(actor.account, id));
}

/** Its draft once more, unpublished. @throws Refusal `not_found`, `too_many_chatbots` */
export async function copyChatbot(parts: ChatbotParts, actor: Actor, id: ChatbotId): Promise<Chatbot> {
  const { name, draft } = orRefuse(await parts.store.chatbot(actor.account, id));
  const taken = (await parts.store.chatbots(actor.account)).map((chatbot) => chatbot.name);
  return addChatbot(parts, actor, { name: copyName(name, taken, LIMITS.chatbotName), draft });
}

/** Whoever talks with it goes on with the team. Rules that start it are silent. @throws Refusal `not_found` */
export async function removeChatbot({ store }: ChatbotParts, actor: Actor, id: ChatbotId): Promise<void> {
  if (!(await store.removeChatbot(actor.account, id))) throw new Refusal('not_found');
}

function orRefuse(answer: Chatbot | 'changed_meanwhile' | null): Chatbot {
  if (answer === null) throw new Refusal('not_found');
  if (answer === 'changed_meanwhile') throw new Refusal('changed_meanwhile');
  return answer;
}
