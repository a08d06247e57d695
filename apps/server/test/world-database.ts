import type { Account } from '@vetrina/protocol/http/account';
import type { AgentId } from '@vetrina/protocol/ids';
import type { AutomationStore, PastVisits } from '../src/automation/ports.ts';
import type { ChatbotRecords } from '../src/chatbots/ports.ts';
import type { ConversationStore } from '../src/conversations/ports.ts';
import { createLog } from '../src/platform/log.ts';
import { createAccountStore } from '../src/store/account-store.ts';
import { createAutomationStore } from '../src/store/automation-store.ts';
import { createChatbotStore } from '../src/store/chatbot-store.ts';
import { createConversationStore } from '../src/store/conversation-store.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { createPastVisits } from '../src/store/past-visits.ts';
import { saveJournal } from '../src/store/save-journal.ts';
import { createViewStore } from '../src/store/view-store.ts';
import { createVisitorStore } from '../src/store/visitor-store.ts';
import type { ViewStore } from '../src/views/ports.ts';
import type { JournalEntry, VisitJournal, VisitorStore } from '../src/visitors/ports.ts';
import { idText } from './world-samples.ts';

/** The real store in memory, for worlds in which people talk. It outlives a `World`, so that a restart can be told. */
export class WorldDatabase {
  readonly visitors: VisitorStore;
  readonly conversations: ConversationStore;
  readonly automation: AutomationStore;
  readonly past: PastVisits;
  readonly bots: ChatbotRecords;
  readonly views: ViewStore;
  readonly journal: VisitJournal;
  readonly #database: Database;
  /** Set to make the next calls of conversations fail. */
  broken = false;

  private constructor(database: Database) {
    this.#database = database;
    this.visitors = createVisitorStore(database);
    this.conversations = this.#breakable(createConversationStore(database));
    this.automation = createAutomationStore(database);
    this.past = createPastVisits(database);
    this.bots = createChatbotStore(database);
    this.views = createViewStore(database);
    this.journal = this.#journal();
  }

  static async open(accounts: readonly Account[]): Promise<WorldDatabase> {
    const database = await openDatabase({ kind: 'memory' }, createLog('silent'));
    const store = createAccountStore(database);
    let nth = 0;
    for (const account of accounts) {
      nth += 1;
      const agent = { id: idText('ag', 900 + nth) as AgentId, name: 'Owner', email: `owner-${nth}@shop.example` };
      await store.create({
        account,
        owner: { user: `owner ${nth}`, agent: { ...agent, role: 'owner', photo: null } },
        ...{ at: 0, mustBeFirst: false },
      });
    }
    return new WorldDatabase(database);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** Saves at once, one entry after the other. */
  #journal(): VisitJournal {
    let saved: Promise<unknown> = Promise.resolve();
    const save = (entry: JournalEntry) => {
      saved = saved.then(() => saveJournal(this.#database, [entry]));
    };
    return {
      append: save,
      flush: async () => {
        await saved;
      },
      pending: 0,
    };
  }

  #breakable(store: ConversationStore): ConversationStore {
    return new Proxy(store, {
      get: (target, name, receiver) => {
        if (this.broken) return () => Promise.reject(new Error('the store is broken'));
        return Reflect.get(target, name, receiver);
      },
    });
  }
}

/** For worlds in which nobody talks. */
export const NO_CONVERSATIONS: ConversationStore = {
  change: async () => null,
  say: async () => null,
  find: async () => null,
  newestOf: async () => null,
  unresolved: async () => [],
  readMarks: async () => new Map(),
  visitors: async () => new Map(),
  entries: async () => [],
  publicEntries: async () => [],
  search: async () => ({ conversations: [], total: 0, next: null }),
};

/** For worlds in which nothing is written by itself. */
export const NO_AUTOMATION: AutomationStore = {
  rules: async () => [],
  addRule: async () => null,
  editRule: async () => null,
  switchRule: async () => null,
  orderRules: async () => false,
  removeRule: async () => false,
  results: async () => [],
  automatedConversations: async () => 0,
  contact: async () => null,
  seen: async () => false,
  dismissed: async () => false,
  reachedGoal: async () => undefined,
  contactsOf: async () => [],
};

export const NO_PAST: PastVisits = { horizon: async (_, from) => from, pastVisits: async () => [] };

export const NO_BOTS: ChatbotRecords = {
  chatbots: async () => [],
  chatbot: async () => null,
  addChatbot: async () => null,
  saveDraft: async () => null,
  publish: async () => null,
  unpublish: async () => null,
  removeChatbot: async () => false,
  chatbotStatistics: async () => null,
  turn: async () => null,
  waitingTalks: async () => [],
};

/** For worlds in which nobody saves a view. */
export const NO_VIEWS: ViewStore = {
  views: async () => ({ views: [], choices: [] }),
  addView: async () => 'too_many_views',
  editView: async () => null,
  removeView: async () => false,
  chooseAlert: async () => undefined,
  orderViews: async () => undefined,
  forgetAgent: async () => undefined,
};
