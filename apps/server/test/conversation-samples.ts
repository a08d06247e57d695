import type { Conversation } from '@vetrina/domain/conversation';
import type { Saying } from '@vetrina/protocol/conversation';
import type { ErrorCode } from '@vetrina/protocol/errors';
import type { Plan } from '@vetrina/protocol/http/account';
import type { ConversationId, FileId, GroupKey, MessageId, TagId } from '@vetrina/protocol/ids';
import type { AgentSay } from '@vetrina/protocol/messages/say';
import { agentSays, type Whereabouts } from '../src/conversations/agent-says.ts';
import type { ConversationChange } from '../src/conversations/changes.ts';
import type { ConversationStore } from '../src/conversations/ports.ts';
import type { ActingAgent } from '../src/conversations/settle.ts';
import { type SpeakingVisitor, visitorSays } from '../src/conversations/visitor-says.ts';
import { createConversationStore } from '../src/store/conversation-store.ts';
import type { Database } from '../src/store/database.ts';
import { createVisitorStore } from '../src/store/visitor-store.ts';
import { accountIdOf, agentIdOf, MONDAY, visitorAt } from './store-samples.ts';

/** Readable ids of the right length. */
const idOf = (prefix: string, name: string): string => prefix + name.padEnd(22, '0').slice(0, 22);
export const messageIdOf = (name: string) => idOf('', name) as MessageId;
export const conversationIdOf = (name: string) => idOf('co', name) as ConversationId;
export const fileIdOf = (name: string) => idOf('fi', name) as FileId;
export const tagIdOf = (name: string) => idOf('tg', name) as TagId;

export const textOf = (text: string): Saying => ({ kind: 'text', text });

/** Ids one after the other, so that a test can name them. */
export function countingIds() {
  let messages = 0;
  let conversations = 0;
  return {
    message: () => messageIdOf(`server-${++messages}-`),
    conversation: () => conversationIdOf(`${++conversations}-`),
  };
}

export function speaking(account: string, visitor: string, facts: Partial<SpeakingVisitor> = {}): SpeakingVisitor {
  return { ...visitorAt(account, visitor), blocked: false, group: null, page: null, ...facts };
}

export function acting(account: string, agent: string, groups: readonly string[] = []) {
  return {
    ...{ account: accountIdOf(account), agent: agentIdOf(agent), name: agent, session: 's', role: 'agent' as const },
    groups: groups as readonly GroupKey[],
  };
}

/** The change that a verb came to. @throws if it changed nothing */
export function changed(change: ConversationChange | null): ConversationChange {
  if (change === null) throw new Error('nothing changed');
  return change;
}

/** A database with its conversations, where people of two accounts talk. Files whose name begins with `stolen` are not theirs. */
export class Talk {
  readonly store: ConversationStore;
  readonly ids = countingIds();
  /** What every verb may ask for. */
  readonly parts;
  readonly database: Database;

  constructor(database: Database) {
    this.database = database;
    this.store = createConversationStore(database);
    this.parts = {
      ids: this.ids,
      log: this.store,
      store: this.store,
      files: { mayBeSaid: (_account: unknown, file: FileId) => Promise.resolve(!file.startsWith('fistolen')) },
    };
  }

  /** Visitors arrive on the site: `one/anna`. */
  async arrive(...names: readonly `${string}/${string}`[]): Promise<this> {
    const keys = names.map((name) => {
      const [account = '', visitor = ''] = name.split('/');
      return { ...visitorAt(account, visitor), at: MONDAY };
    });
    await createVisitorStore(this.database).admit(keys);
    return this;
  }

  visitor(who: SpeakingVisitor, id: string, text: string, at = MONDAY) {
    return visitorSays(this.parts, who, { id: messageIdOf(id), saying: textOf(text), isOnline: () => true }, at);
  }

  agent(
    who: ActingAgent,
    to: Conversation | SpeakingVisitor,
    id: string,
    text: string,
    {
      at = MONDAY,
      audience = 'everyone',
      plan = 'PRO',
      visitorIs = null,
    }: {
      at?: number;
      audience?: AgentSay['audience'];
      plan?: Plan;
      visitorIs?: Whereabouts;
    } = {},
  ) {
    const place =
      'state' in to
        ? ({ to: 'conversation', conversation: to.id } as const)
        : ({ to: 'visitor', visitor: to.visitor } as const);
    const said = { id: messageIdOf(id), to: place, audience, saying: textOf(text) };
    return agentSays(this.parts, { plan }, who, said, visitorIs, at);
  }

  /** A visitor writes first: their conversation, and its key. */
  async begin(who: SpeakingVisitor) {
    const { conversation } = changed((await this.visitor(who, `${who.visitor.slice(2, 6)}-first`, 'hello')).change);
    return { conversation, key: { account: who.account, conversation: conversation.id } };
  }

  /** The whole log of a conversation. */
  log(account: string, conversation: ConversationId) {
    return this.store.entries(
      { account: accountIdOf(account), conversation },
      { after: 0, before: 1_000_000, limit: 1_000 },
    );
  }
}

/** What a verb is expected to throw. */
export const refused = (code: ErrorCode, more: object = {}) => ({ name: 'Refusal', code, ...more });
