import type { MessageId } from '@vetrina/protocol/ids';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { memoryStorage } from '../../apps/widget/src/box/outbox/outbox-store.ts';
import type { Browser } from './browser/browser.ts';
import { Page } from './browser/page.ts';
import { Ledger } from './ledger.ts';
import type { Screen } from './screen.ts';

export interface PersonOptions<S extends Screen> {
  readonly browser: Browser;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Puts box or dashboard on a page. */
  readonly load: (page: Page) => S;
  /** Their tabs share one queue, so that their order is one over all tabs; otherwise each tab has its own. */
  readonly oneOrder: boolean;
  readonly random: SeededRandom;
}

/** How long it takes from one page to the next, ms: at random within. */
const BETWEEN_PAGES = { least: 20, spread: 150 };
/** For how long a network that is about to go carries nothing, ms: at random within. */
const SILENCE = 1_500;
/** Who pressed "Send" and leaves the page does so within, ms. */
const IN_MID_SEND = 30;

/** What of one person waits, where it was found, and how their screens stand. */
export interface Waiting {
  readonly messages: number;
  readonly unanswered: readonly MessageId[];
  readonly shown: readonly MessageId[];
  readonly kept: readonly MessageId[];
  readonly screens: readonly unknown[];
}

interface Opened<S extends Screen> {
  readonly page: Page;
  readonly screen: S;
}

/** A tab: one page after the other. */
class OpenTab<S extends Screen> {
  readonly #open: (isInFront: boolean) => Opened<S>;
  #now: Opened<S> | null = null;
  #isInFront: boolean;

  constructor(open: (isInFront: boolean) => Opened<S>, isInFront: boolean) {
    this.#open = open;
    this.#isInFront = isInFront;
    this.open();
  }

  get screen(): S | null {
    return this.#now?.screen ?? null;
  }

  get page(): Page | null {
    return this.#now?.page ?? null;
  }

  open(): void {
    this.#now ??= this.#open(this.#isInFront);
  }

  turn(isInFront: boolean): void {
    this.#isInFront = isInFront;
    this.page?.turn(isInFront);
  }

  leave(): void {
    this.screen?.leave();
    this.page?.end();
    this.#now = null;
  }

  crash(): void {
    this.page?.crash();
    this.#now = null;
  }
}

/** Somebody with a browser and two tabs, who writes in one of them and goes from page to page. */
export class Person<S extends Screen> {
  readonly ledger = new Ledger();
  readonly troubles = { linesCut: 0, pagesLeft: 0 };
  readonly #tabs: readonly OpenTab<S>[];
  readonly #options: PersonOptions<S>;
  #inFront = 0;
  #isOver = false;

  constructor(options: PersonOptions<S>) {
    this.#options = options;
    this.#tabs = [0, 1].map((nth) => {
      const session = memoryStorage();
      return new OpenTab((isInFront) => this.#openPage(session, isInFront), nth === this.#inFront);
    });
  }

  get screens(): readonly S[] {
    return this.#tabs.flatMap(({ screen }) => screen ?? []);
  }

  /** Writes in the tab in front, now and then after going to the other, and now and then leaves right after. */
  write(text: string): void {
    const { random, oneOrder } = this.#options;
    if (random.int(4) === 0) this.turn();
    const tab = this.#tabs[this.#inFront];
    const id = tab?.screen?.write(text) ?? null;
    if (tab === undefined || id === null) return;
    this.ledger.wrote(id, text, oneOrder ? 0 : this.#inFront);
    if (random.int(10) === 0) setTimeout(() => this.#next(tab, 'leave'), random.int(IN_MID_SEND));
  }

  /** Goes to the other tab. */
  turn(): void {
    this.#inFront = 1 - this.#inFront;
    for (const [nth, tab] of this.#tabs.entries()) tab.turn(nth === this.#inFront);
  }

  /** Something happens to one of the tabs, or to its line. */
  disturb(): void {
    const { random } = this.#options;
    const tab = random.pick(this.#tabs);
    const what = random.int(5);
    if (what > 1) this.#next(tab, what === 2 ? 'crash' : 'leave');
    else tab.page?.cut(random.pick(['questions', 'nothing'] as const), what * random.int(SILENCE));
    if (what <= 1) this.troubles.linesCut += 1;
  }

  /** What is not acknowledged, or is shown or kept as if it were not. */
  async waiting(): Promise<Waiting | null> {
    const kept = (await Promise.all(this.screens.map((screen) => screen.kept()))).flat();
    const shown = this.screens.flatMap((screen) => screen.waiting());
    const unanswered = this.ledger.unanswered();
    const messages = new Set([...unanswered, ...shown, ...kept]).size;
    if (messages === 0) return null;
    return { messages, unanswered, shown, kept, screens: this.screens.map((screen) => screen.standing()) };
  }

  /** As far as the screens and the lines tell: nothing waits that could still be sent. */
  isDone(): boolean {
    return this.ledger.unanswered().length === 0 && this.screens.every((screen) => screen.waiting().length === 0);
  }

  end(): void {
    this.#isOver = true;
    for (const tab of this.#tabs) tab.crash();
  }

  #openPage(session: Storage, isInFront: boolean): Opened<S> {
    const { browser, address, headers, load } = this.#options;
    const overheard = (frame: string): void => this.ledger.overhear(frame);
    const page = new Page(browser, { ...{ address, session, isInFront, headers }, overheard });
    return { page, screen: load(page) };
  }

  #next(tab: OpenTab<S>, how: 'leave' | 'crash'): void {
    tab[how]();
    this.troubles.pagesLeft += 1;
    const open = (): void => {
      if (!this.#isOver) tab.open();
    };
    setTimeout(open, BETWEEN_PAGES.least + this.#options.random.int(BETWEEN_PAGES.spread));
  }
}
