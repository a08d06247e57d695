import type { Entry } from '@vetrina/protocol/conversation';
import { entries as entriesAnswer } from '@vetrina/protocol/http/conversations';
import type { AgentId, ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import { browserSocketEnv } from '@vetrina/socket/browser-env';
import { type AgentFeed, openAgentFeed } from '../../apps/dashboard/src/feed/agent-feed.ts';
import { type OutboxStore, openOutboxStore } from '../../apps/dashboard/src/feed/outbox-store.ts';
import { randomMessageId } from '../../apps/dashboard/src/feed/random-id.ts';
import type { Page } from './browser/page.ts';
import type { Shown } from './judge.ts';
import { asShown, type Screen } from './screen.ts';

/** The server over the signed-in session. */
export interface Desk {
  readonly url: string;
  readonly agent: AgentId;
  ticket(): Promise<string>;
  get(path: string): Promise<unknown>;
}

/** Whom the agent talks to. */
export interface Counterpart {
  visitor(): VisitorId | null;
  /** Theirs, as the visitor's row tells; null: none yet. */
  conversation(): ConversationId | null;
}

/** The dashboard on one page, without its looks: its feed, with one conversation on screen. */
export class DashboardPage implements Screen {
  readonly #page: Page;
  readonly #desk: Desk;
  readonly #counterpart: Counterpart;
  readonly #feed: AgentFeed;
  readonly #store: OutboxStore;
  #isFetching = false;

  constructor(page: Page, desk: Desk, counterpart: Counterpart) {
    this.#page = page;
    this.#desk = desk;
    this.#counterpart = counterpart;
    const { window: w, life } = page;
    this.#store = openOutboxStore(desk.agent, w);
    this.#feed = openAgentFeed({
      ticket: () => life.heard(desk.ticket()),
      address: `${desk.url.replace(/^http/, 'ws')}/ws/agent`,
      env: browserSocketEnv(w),
      outbox: this.#store,
      newMessageId: randomMessageId,
      ...{ turnedAway: () => undefined, accountChanged: () => undefined },
    });
    this.#follow();
  }

  /** By the visitor at first (V8), in the conversation as soon as there is one. */
  write(text: string): MessageId | null {
    const conversation = this.#follow();
    const visitor = this.#counterpart.visitor();
    if (visitor === null) return null;
    const to =
      conversation === null ? ({ to: 'visitor', visitor } as const) : ({ to: 'conversation', conversation } as const);
    return this.#feed.say({ to, audience: 'everyone', saying: { kind: 'text', text } });
  }

  /** As `usePending` has it: what is said but not among the entries yet still stands there as under way. */
  waiting(): readonly MessageId[] {
    const shown = new Set(this.#entries().map(({ id }) => id));
    const { queue } = this.#feed.outbox();
    return queue.map(({ message }) => message.id).filter((id) => !shown.has(id));
  }

  standing(): unknown {
    const { line, chat } = this.#feed.snapshot();
    return { line, shows: chat.conversation?.id ?? null, outbox: this.#feed.outbox().queue };
  }

  shown(): readonly Shown[] {
    return this.#entries().map(asShown);
  }

  readBack(): void {
    const conversation = this.#follow();
    const first = this.shown()[0]?.seq ?? 1;
    if (conversation === null || first <= 1 || this.#isFetching) return;
    this.#isFetching = true;
    this.#page.life
      .heard(this.#desk.get(`/api/v1/conversations/${conversation}/entries?before=${first}`))
      .then((answer) => this.#feed.older(conversation, entriesAnswer.parse(answer).entries))
      .catch(() => undefined)
      .finally(() => {
        this.#isFetching = false;
      });
  }

  leave(): void {
    // The dashboard does nothing when its page is left.
  }

  async kept(): Promise<readonly MessageId[]> {
    const messages = await this.#page.life.heard(this.#store.load());
    return messages.map(({ id }) => id);
  }

  #entries(): readonly Entry[] {
    return this.#feed.snapshot().chat.conversation?.entries ?? [];
  }

  #follow(): ConversationId | null {
    const conversation = this.#counterpart.conversation();
    if (conversation !== null) this.#feed.followConversation(conversation);
    return conversation;
  }
}
