import type { Account } from '@vetrina/protocol/http/account';
import type { BrowserKey, MessageId, PageViewId, RuleId, TabId, VisitorId } from '@vetrina/protocol/ids';
import type { PendingMessage } from '@vetrina/protocol/messages/automatic-message';
import type { Identity } from '@vetrina/protocol/messages/identity';
import { type ToVisitor, toVisitor } from '@vetrina/protocol/to-visitor';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import { settle } from '@vetrina/testkit/fake-clock';
import type { SocketPair } from '@vetrina/testkit/socket-pair';
import type { Peer } from '../src/edge/socket.ts';
import { idText, SHOP } from './world-samples.ts';

/** What a person with a browser needs of the world. */
interface Site {
  next(): number;
  pass(ms: number): Promise<void>;
  knock(key: string | null, peer?: Partial<Peer>): SocketPair;
}

export interface VisitorOptions {
  readonly account: Account;
  readonly peer: Partial<Peer>;
  readonly identity: Identity;
}

/** A person with a browser. Opens tabs; what is said of "the" tab is said of the newest. */
export class WorldVisitor {
  readonly browserKey: BrowserKey;
  readonly name: string;
  readonly tabs: WorldTab[] = [];
  readonly #world: Site;
  readonly #options: Partial<VisitorOptions> & { readonly account: Account };

  constructor(world: Site, name: string, options: Partial<VisitorOptions> & { readonly account: Account }) {
    this.#world = world;
    this.name = name;
    this.#options = options;
    this.browserKey = idText('', world.next()) as BrowserKey;
  }

  /** Opens a page in a new tab, named in the list by this person's name. */
  async opens(
    path: string,
    more: {
      visible?: boolean;
      tab?: TabId;
      again?: boolean;
      pageId?: PageViewId;
      chatting?: boolean;
      title?: string;
    } = {},
  ): Promise<WorldTab> {
    const { account, peer, identity } = this.#options;
    const tab = new WorldTab(
      this.#world,
      more.tab ?? (idText('tab', this.#world.next(), 8) as TabId),
      this.#world.knock(account.key, peer),
    );
    this.tabs.push(tab);
    await tab.says({
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      tab: tab.id,
      visitor: {
        as: 'known',
        browserKey: this.browserKey,
        page: { ...tab.page(path, more.pageId), ...(more.title !== undefined && { title: more.title }) },
        visible: more.visible ?? true,
        identity: identity ?? { name: this.name },
        ...(more.again && { again: true }),
        ...(more.chatting && { chatting: true }),
      },
    });
    await this.#world.pass(5);
    return tab;
  }

  get tab(): WorldTab {
    return this.tabs.at(-1) as WorldTab;
  }

  /** Says goodbye, loads the next page, and connects again a moment later. */
  async navigates(path: string, gap = 300): Promise<WorldTab> {
    const { tab } = this;
    await tab.leaves();
    await this.#world.pass(gap);
    return this.opens(path, { tab: tab.id });
  }

  async leaves(): Promise<void> {
    for (const tab of this.tabs) await tab.leaves();
  }

  /** The same person and browser, in the world after a restart. */
  movesTo(world: Site): WorldVisitor {
    const moved = new WorldVisitor(world, this.name, this.#options);
    Object.assign(moved, { browserKey: this.browserKey });
    return moved;
  }

  get id(): VisitorId {
    return this.tabs.flatMap((tab) => tab.received).find((frame) => frame.type === 'welcome')?.visitor as VisitorId;
  }
}

export class WorldTab {
  readonly id: TabId;
  readonly socket: SocketPair;
  pageId!: PageViewId;
  readonly #world: Site;

  constructor(world: Site, id: TabId, socket: SocketPair) {
    this.#world = world;
    this.id = id;
    this.socket = socket;
  }

  page(path: string, id?: PageViewId) {
    this.pageId = id ?? (idText('page', this.#world.next(), 8) as PageViewId);
    return { id: this.pageId, url: /^\/(?!\/)/.test(path) ? SHOP + path : path, title: `Title of ${path}` };
  }

  async says(frame: object): Promise<void> {
    this.socket.sendToServer(JSON.stringify(frame));
    await settle();
  }

  /** Moves on without leaving the page (a single-page application). */
  shows(path: string): Promise<void> {
    return this.says({ type: 'page-viewed', page: this.page(path) });
  }

  acts(): Promise<void> {
    return this.says({ type: 'activity', kind: 'scroll' });
  }

  async leaves(): Promise<void> {
    await this.says({ type: 'goodbye' });
    this.socket.closeFromClient();
  }

  /** Says something in the chat box, under a fresh id, which it answers. */
  async writes(text: string, id = idText('', this.#world.next()) as MessageId): Promise<MessageId> {
    await this.says({ type: 'say', id, saying: { kind: 'text', text } });
    return id;
  }

  /** Says that the moment of a rule has come on the page it shows, or on another. */
  due(rule: RuleId, page = this.pageId): Promise<void> {
    return this.says({ type: 'rule-due', rule, page });
  }

  /** The rules it was told last, by their ids. */
  get rules(): RuleId[] {
    return (
      this.of('rules')
        .at(-1)
        ?.rules.map(({ id }) => id) ?? []
    );
  }

  /** The automatic message that it shows now. */
  get message(): PendingMessage | null {
    const told = this.socket.received.map((text) => toVisitor.parse(JSON.parse(text)));
    const last = told.findLast(({ type }) => type === 'automatic-message' || type === 'welcome');
    return last !== undefined && 'message' in last ? last.message : null;
  }

  /** Frames to the box, of one type. */
  of<T extends ToVisitor['type']>(type: T): Extract<ToVisitor, { type: T }>[] {
    const frames = this.socket.received.map((text) => toVisitor.parse(JSON.parse(text)));
    return frames.filter((frame): frame is Extract<ToVisitor, { type: T }> => frame.type === type);
  }

  /** What this tab was shown of the conversation, as texts or kinds of entries. */
  get shown(): string[] {
    return this.of('chat-entry').map(({ entry: { body } }) => (body.kind === 'text' ? body.text : body.kind));
  }

  get received(): { type: string; visitor?: VisitorId; code?: string; about?: string }[] {
    return this.socket.received.map((text) => JSON.parse(text));
  }
}
