import type { AccountKey, ConversationId, MessageId, PageViewId, VisitorId } from '@vetrina/protocol/ids';
import type { VisitorWelcome } from '@vetrina/protocol/messages/visitor-welcome';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { boxMemory } from '../../apps/widget/src/box/box-memory.ts';
import { type BoxEnv, browserEnv } from '../../apps/widget/src/box/browser-env.ts';
import { ChatLine } from '../../apps/widget/src/box/chat-line.ts';
import { bodyOf, hasOlder, place } from '../../apps/widget/src/box/conversation-log.ts';
import { Outbox } from '../../apps/widget/src/box/outbox/outbox.ts';
import type { OutboxItem } from '../../apps/widget/src/box/outbox/outbox-item.ts';
import { type OutboxStore, outboxStore } from '../../apps/widget/src/box/outbox/outbox-store.ts';
import { takeTurns } from '../../apps/widget/src/box/outbox/take-turns.ts';
import { tabChannel } from '../../apps/widget/src/box/tab-channel.ts';
import type { Line } from '../../apps/widget/src/bridge.ts';
import { browserMemory } from '../../apps/widget/src/loader/browser-key.ts';
import { identityNotes } from '../../apps/widget/src/loader/identity.ts';
import type { PageWindow } from '../../apps/widget/src/loader/page-window.ts';
import { randomId } from '../../apps/widget/src/loader/random-id.ts';
import { type Connection, stayConnected } from '../../apps/widget/src/loader/stay-connected.ts';
import { type Tab, tabOf } from '../../apps/widget/src/loader/tab-id.ts';
import type { Page } from './browser/page.ts';
import type { Shown } from './judge.ts';
import { asShown, type Screen } from './screen.ts';

export interface Site {
  readonly url: string;
  readonly key: AccountKey;
}

/** The box is fetched within so long after the loader has run, ms. */
const FETCH = 80;

/**
 * The widget on one page, without its looks: the loader's line, and the parts of the box that say and show, joined as
 * `loader/follow-visitor.ts` and `box/start-box.ts` join them.
 */
export class BoxPage implements Screen {
  readonly #page: Page;
  readonly #tabId: Tab;
  readonly #connection: Connection;
  #line: Line = 'idle';
  #welcome: VisitorWelcome | undefined;
  #box: Box | undefined;

  constructor(page: Page, { url, key }: Site, random: SeededRandom) {
    const w = page.window as PageWindow;
    this.#page = page;
    this.#tabId = tabOf(w);
    this.#tabId.takeOut();
    const memory = browserMemory(w);
    const current = () => ({ id: randomId(w.crypto) as PageViewId, url: w.location.href, title: w.document.title });
    this.#connection = stayConnected(w, `${url.replace(/^http/, 'ws')}/ws/visitor?key=${key}`, {
      ...{ memory, tabId: this.#tabId, notes: identityNotes() },
      pages: { current, renew: () => undefined, scene: () => ({ page: current(), at: 0, events: {} }) },
      isChatting: () => true,
      heard: loudly((frame: ToVisitor) => this.#heard(frame)),
      turned: loudly((line: Line) => this.#turned(line)),
    });
    this.#connection.track('known');
    w.setTimeout(() => {
      this.#box = new Box(w, key, this.#connection, () => memory.keyInUse() ?? null);
      this.#box.start(this.#welcome);
    }, random.int(FETCH));
  }

  get visitor(): VisitorId | null {
    return this.#welcome?.visitor ?? null;
  }

  get conversation(): ConversationId | null {
    return this.#box?.chat.log.conversation ?? null;
  }

  write(text: string): MessageId | null {
    return this.#box?.write(text) ?? null;
  }

  waiting(): readonly MessageId[] {
    return this.#box?.items.map(({ frame }) => frame.id) ?? [];
  }

  standing(): unknown {
    return { line: this.#line, outbox: this.#box?.items ?? 'not fetched' };
  }

  shown(): readonly Shown[] {
    return this.#box?.chat.log.entries.map(asShown) ?? [];
  }

  readBack(): void {
    if (this.#box && hasOlder(this.#box.chat.log)) this.#box.chat.older();
  }

  leave(): void {
    this.#tabId.putBack();
    this.#connection.leave();
  }

  async kept(): Promise<readonly MessageId[]> {
    const items = await this.#page.life.heard(this.#box?.store.all() ?? Promise.resolve([]));
    return items.map(({ frame }) => frame.id);
  }

  #turned(line: Line): void {
    this.#line = line;
    this.#box?.turned(line);
  }

  #heard(frame: ToVisitor): void {
    if (frame.type === 'welcome') this.#welcome = frame;
    this.#box?.hear(frame);
  }
}

/** The widget keeps its faults from the page; here they are to end the run. */
function loudly<Value>(task: (value: Value) => void): (value: Value) => void {
  return (value) => {
    try {
      task(value);
    } catch (fault) {
      queueMicrotask(() => {
        throw fault;
      });
    }
  };
}

/** The parts of `start-box.ts` that have to do with what is said. */
class Box {
  items: readonly OutboxItem[] = [];
  readonly chat: ChatLine;
  readonly store: OutboxStore;
  readonly #env: BoxEnv;
  readonly #outbox: Outbox;

  constructor(w: PageWindow, key: AccountKey, connection: Connection, who: () => string | null) {
    const env = browserEnv(w);
    const memory = boxMemory(w, key, who);
    this.#env = env;
    this.store = outboxStore(w, key, env.after);
    this.chat = new ChatLine(memory.log(), {
      env,
      send: connection.say,
      changed: (log) => memory.keepLog(log),
      typing: () => undefined,
      fetchingOlder: () => undefined,
    });
    const tabs = tabChannel(w, key);
    this.#outbox = new Outbox({
      env,
      store: this.store,
      takeTurns: takeTurns(w.navigator, key),
      send: connection.say,
      who,
      changed: (items) => {
        this.items = items;
      },
      settled: ({ frame }, answer) => {
        const body = frame.type === 'say' ? bodyOf(frame.saying) : null;
        if (answer.type === 'said' && body) this.chat.put(place(this.chat.log, answer, body));
      },
      ...{ refused: () => undefined, told: () => undefined },
      tellTabs: (news) => tabs.tell(news),
    });
    tabs.onNews((news) => {
      if (news.is === 'outbox') this.#look();
      if (news.is === 'answered') this.#outbox.heardElsewhere(news.answer);
    });
  }

  start(welcome: VisitorWelcome | undefined): void {
    if (welcome) {
      this.hear(welcome);
      this.chat.catchUp();
    }
    this.#look();
  }

  hear(frame: ToVisitor): void {
    if (frame.type === 'said' || frame.type === 'done' || frame.type === 'refused') this.#outbox.hear(frame);
    this.chat.hear(frame);
    if (frame.type === 'welcome') this.#outbox.welcomed();
  }

  turned(line: Line): void {
    if (line !== 'open') this.#outbox.cut();
  }

  write(text: string): MessageId {
    const id = this.#env.newId();
    this.#outbox.add({ type: 'say', id, saying: { kind: 'text', text } }).catch(() => undefined);
    return id;
  }

  #look(): void {
    this.#outbox.look().catch(() => undefined);
  }
}
