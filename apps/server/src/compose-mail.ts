import { seesConversation } from '@vetrina/domain/conversation-sight';
import { entitled } from '@vetrina/domain/entitlements';
import type { Account } from '@vetrina/protocol/http/account';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { AccountDirectory, AccountStore, TeamDirectory } from './accounts/ports.ts';
import type { ConversationReads } from './conversations/ports.ts';
import { filesOf } from './conversations/show-entry.ts';
import type { FileBook } from './files/ports.ts';
import type { ConversationFacts, Whereabouts } from './mail/ports.ts';
import type { VisitorStore } from './visitors/ports.ts';

/** What mails say about conversations, looked up where it is kept. */
export function conversationFacts(parts: {
  readonly conversations: Pick<ConversationReads, 'find' | 'publicEntries'>;
  readonly visitors: Pick<VisitorStore, 'details'>;
  readonly directory: Pick<AccountDirectory, 'byId'>;
  readonly teams: Pick<TeamDirectory, 'faces'>;
  readonly files: Pick<FileBook, 'cards'>;
}): ConversationFacts {
  const { conversations, visitors, directory, teams, files } = parts;
  return {
    async find(account, id) {
      const conversation = await conversations.find({ account, conversation: id });
      const business = await directory.byId(account);
      if (conversation === null || business === null) return null;
      const visitor = (await visitors.details({ account, visitor: conversation.visitor }))?.visitor;
      return visitor === undefined ? null : { accountName: business.name, conversation, visitor };
    },
    publicEntries: (account, conversation, before) =>
      conversations.publicEntries({ account, conversation }, { after: 0, before, limit: LIMITS.tail }),
    async agentNames(account) {
      return new Map([...(await teams.faces(account))].map(([id, { name }]) => [id, name]));
    },
    async fileNames(account, entries) {
      return new Map([...(await files.cards(account, filesOf(entries)))].map(([id, { name }]) => [id, name]));
    },
  };
}

/** Who is there now, as the live part of the server knows it. */
export interface Presences {
  /** C5: does this visitor's box say that somebody can be talked to? */
  someoneOnline(account: Account, visitor: VisitorId): boolean;
  isHere(account: AccountId, visitor: VisitorId): boolean;
}

/** Who is there, and who is to be told of a conversation. */
export function whereabouts(parts: {
  readonly presences: Presences;
  readonly directory: Pick<AccountDirectory, 'byId'>;
  readonly teams: Pick<TeamDirectory, 'members'>;
  readonly store: Pick<AccountStore, 'preferences'>;
}): Whereabouts {
  const { presences, directory, teams, store } = parts;
  return {
    async someoneOnline(account, visitor) {
      const business = await directory.byId(account);
      return business !== null && presences.someoneOnline(business, visitor);
    },
    visitorIsHere: (account, visitor) => presences.isHere(account, visitor),
    async tellsOfMissed(account) {
      const business = await directory.byId(account);
      return business !== null && entitled(business.plan, 'missed-conversation-mails');
    },
    async mayBeTold(account, conversation) {
      const members = (await teams.members(account)).filter(
        ({ id, active, groups }) => active && seesConversation({ agent: id, groups }, conversation),
      );
      return await Promise.all(
        members.map(async ({ id, email }) => {
          const preferences = await store.preferences(account, id);
          return { email, language: preferences?.language ?? 'en' };
        }),
      );
    },
  };
}
