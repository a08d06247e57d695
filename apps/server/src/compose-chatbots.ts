import { createLanguageModel } from './chatbots/language-model.ts';
import { createWebhooks } from './chatbots/webhook-caller.ts';
import type { Accounts } from './compose-accounts.ts';
import type { ChatbotRouteParts } from './edge/http/chatbot-routes.ts';
import { createAttemptLimit } from './platform/attempts.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Ids } from './platform/ids.ts';
import { createChatbotStore } from './store/chatbot-store.ts';
import type { Database } from './store/database.ts';

/** Calls to the outside that an account's people may make to try something, in so many ms. */
const TRIES = { tries: 30, withinMs: 60_000 };

/** What chatbots lean on: their store, somebody else's servers, the operator's model. */
export function composeChatbots(parts: {
  readonly config: Pick<Config, 'model' | 'webhooksToOwnNetwork'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly database: Database;
  readonly accounts: Accounts;
}) {
  const { config, clock, ids, accounts } = parts;
  const store = createChatbotStore(parts.database);
  const webhooks = createWebhooks({ ownNetwork: config.webhooksToOwnNetwork });
  const model = createLanguageModel(config.model);
  const routes: ChatbotRouteParts = {
    ...{ store, clock, ids, webhooks, model },
    team: {
      members: (account) => accounts.teams.members(account),
      groups: (account) => accounts.team.groups(account),
    },
    accounts: accounts.directory,
    tries: createAttemptLimit(clock, TRIES.tries, TRIES.withinMs),
  };
  return { store, webhooks, model, routes };
}
