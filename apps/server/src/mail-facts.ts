import { seesConversation } from '@vetrina/domain/conversation-sight';
import { entitled } from '@vetrina/domain/entitlements';
import { LIMITS } from '@vetrina/protocol/limits';
import type { AccountDirectory, AccountStore, TeamDirectory } from './accounts/ports.ts';
import type { ConversationReads } from './conversations/ports.ts';
import type { FileBook } from './files/ports.ts';
import type { Live } from './live/create-live.ts';
import type { ConversationFacts, Whereabouts } from './mail/ports.ts';
import type { VisitorStore } from './visitors/ports.ts';

export interface MailFactsParts {
  readonly directory: Pick<AccountDirectory, 'byId'>;
  readonly teams: TeamDirectory;
  readonly preferences: AccountStore['preferences'];
  readonly conversations: Pick<ConversationReads, 'find' | 'publicEntries'>;
  readonly visitors: Pick<VisitorStore, 'details'>;
  readonly files: Pick<FileBook, 'cards'>;
}

/** What mails say of conversations, from the features that know it. */
export function mailFacts(parts: MailFactsParts): ConversationFacts {
  return {
    async find(account, id) {
      const conversation = await parts.conversations.find({ account, conversation: id });
      const settings = await parts.directory.byId(account);
      if (conversation === null || settings === null) return null;
      const details = await parts.visitors.details({ account, visitor: conversation.visitor });
      if (details === null) return null;
      const { number, name, email, phone } = details.visitor;
      const language = details.visitor.language ?? details.language;
      return { accountName: settings.name, conversation, visitor: { number, name, email, phone, language } };
    },
    publicEntries: (account, conversation, before) =>
      parts.conversations.publicEntries({ account, conversation }, { after: 0, before, limit: LIMITS.tail }),
    agentNames: async (account) =>
      new Map([...(await parts.teams.faces(account))].map(([agent, { name }]) => [agent, name])),
    async fileNames(account, entries) {
      const files = entries.flatMap(({ body }) => (body.kind === 'file' ? [body.file] : []));
      return new Map([...(await parts.files.cards(account, files))].map(([file, { name }]) => [file, name]));
    },
  };
}

/** Who is there, and who is to be told by mail. */
export function whereabouts(
  { directory, teams, preferences }: MailFactsParts,
  live: Pick<Live, 'isHere' | 'someoneOnline' | 'isOnline'>,
): Whereabouts {
  return {
    someoneOnline: live.someoneOnline,
    visitorIsHere: live.isHere,
    isAttended: (account, { agents }) => agents.some((agent) => live.isOnline(account, agent)),
    async tellsOfMissed(account) {
      const plan = (await directory.byId(account))?.plan;
      return plan !== undefined && entitled(plan, 'missed-conversation-mails');
    },
    async mayBeTold(account, conversation) {
      const team = (await teams.members(account)).filter(({ seated }) => seated);
      const seeing = team.filter(({ id, groups }) => seesConversation({ agent: id, groups }, conversation));
      // Where groups leave somebody to nobody, whoever owns the shop hears of it.
      const told = seeing.length > 0 ? seeing : team.filter(({ role }) => role === 'owner');
      return Promise.all(
        told.map(async ({ id, email }) => ({ email, language: (await preferences(account, id))?.language ?? 'en' })),
      );
    },
  };
}
