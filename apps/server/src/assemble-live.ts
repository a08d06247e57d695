import { entitled } from '@vetrina/domain/entitlements';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { agentPhotos } from './accounts/edit-profile.ts';
import type { ChatbotRecords, LanguageModel, Webhooks } from './chatbots/ports.ts';
import type { Accounts } from './compose-accounts.ts';
import { composeLive, type LiveServer, type LiveServerParts } from './compose-live.ts';
import { composePush, type Push, type PushParts } from './compose-push.ts';
import { composeTools, type ToolParts, type Tools } from './compose-tools.ts';
import type { ConversationStore } from './conversations/ports.ts';
import type { Uploads } from './edge/visitor-box.ts';
import { offerUpload } from './files/offer-upload.ts';
import type { Whereabouts } from './mail/ports.ts';
import { mailFacts, whereabouts } from './mail-facts.ts';
import { createAutomationStore } from './store/automation-store.ts';
import { createConversationStore } from './store/conversation-store.ts';
import { createPastVisits } from './store/past-visits.ts';
import { createVisitorStore } from './store/visitor-store.ts';

export interface AssemblyParts
  extends Omit<ToolParts, 'secret' | 'photos' | 'config'>,
    Pick<LiveServerParts, 'breathe' | 'journal' | 'counters' | 'locate' | 'selfOrigins' | 'views' | 'tellEntered'> {
  readonly config: ToolParts['config'] & PushParts['config'];
  readonly accounts: Accounts;
  readonly bots: { readonly store: ChatbotRecords; readonly webhooks: Webhooks; readonly model: LanguageModel };
  /** For harnesses: what stands between conversations and their store. */
  readonly aroundConversations?: ((store: ConversationStore) => ConversationStore) | undefined;
}

/** What is live on an open database, with the tools that conversations lean on. */
export interface Assembly {
  readonly live: LiveServer;
  readonly tools: Tools;
  readonly push: Push;
  /** Work that was put off is done from now on, e-mails first of all. */
  beginMail(): Promise<void>;
}

/** Plugs accounts, files and e-mail into what is live. */
export async function assembleLive(parts: AssemblyParts): Promise<Assembly> {
  const { accounts, clock, ids, log, database } = parts;
  const visitors = createVisitorStore(database);
  const saved = createConversationStore(database);
  const conversations = parts.aroundConversations?.(saved) ?? saved;
  const tools = composeTools({
    ...parts,
    secret: await accounts.store.secret('file-addresses', ids.secret()),
    photos: agentPhotos(accounts),
  });
  const failed = (reason: unknown) => log.error({ err: reason }, 'A push was not sent off');
  const push = await composePush({ ...parts, queue: tools.queue, surroundings: () => live.forPush, failed });
  const { preferences } = accounts.store;
  const facts = { ...accounts, conversations, visitors, files: tools.book, preferences };
  const live: LiveServer = await composeLive({
    ...{ automation: createAutomationStore(database), past: createPastVisits(database), breathe: parts.breathe },
    ...{ bots: parts.bots.store, webhooks: parts.bots.webhooks, model: parts.bots.model },
    ...{ clock, ids, conversations, journal: parts.journal, counters: parts.counters, locate: parts.locate },
    push: push.reactor,
    ...talkParts(accounts, tools, (): Whereabouts => whereabouts(facts, live)),
    ...{ tickets: accounts.tickets, sightings: accounts.sightings, sessions: accounts.endings },
    ...{ accounts: accounts.directory, signed: accounts.secrets, store: visitors },
    secret: await accounts.store.secret('visitor-ids', ids.secret()),
    ...{ selfOrigins: parts.selfOrigins, views: parts.views, tellEntered: parts.tellEntered },
    failed: (reason) => log.error({ err: reason }, 'Something failed behind a socket'),
  });
  const beginMail = () => tools.begin(mailFacts(facts), whereabouts(facts, live), push.deliver);
  return { live, tools, push, beginMail };
}

/** What conversations need of the team, of files and of e-mail. */
function talkParts(accounts: Accounts, tools: Tools, where: () => Whereabouts) {
  const { team, teams } = accounts;
  // Who is where is known once everything stands; nothing changes before.
  const react = tools.mailReactor({
    someoneOnline: (account, visitor) => where().someoneOnline(account, visitor),
    tellsOfMissed: (account) => where().tellsOfMissed(account),
  });
  return {
    team: teams,
    statuses: teams,
    lastHere: accounts.lastHere,
    colleagues: {
      isActive: async (account: AccountId, agent: AgentId) =>
        (await teams.members(account)).some(({ id, seated }) => id === agent && seated),
      hasGroup: async (account: AccountId, group: string) =>
        entitled((await accounts.directory.byId(account))?.plan ?? 'FREE', 'groups') &&
        (await team.groups(account)).some(({ key }) => key === group),
    },
    files: tools.book,
    tags: tools.tags,
    mail: { isOn: tools.mailer.isOn, react, wishes: accounts.mailWishes },
    uploads: ({ account, visitor, ip }: Parameters<Uploads>[0]) =>
      offerUpload(tools.places, { account, by: { who: 'visitor', visitor }, ip }),
  };
}
