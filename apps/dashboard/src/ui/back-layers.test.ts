import { beforeEach, expect, test } from 'vitest';
import { BackLayers } from './back-layers.ts';

/** A browser's history with the router on top: `page` is what the router shows, `back()` is the browser's button. */
class FakeHistory {
  #entries: { state: unknown; page: string }[] = [{ state: { key: 1 }, page: 'list' }];
  #at = 0;
  #isLeft = false;
  #onTheirWay: number[] | null = null;
  layers = new BackLayers(this);
  page = 'list';

  get state(): unknown {
    return this.#entries[this.#at]?.state;
  }

  get isLeft(): boolean {
    return this.#isLeft;
  }

  pushState(state: unknown): void {
    this.#push({ state, page: this.#entries[this.#at]?.page ?? '' });
  }

  /** The router goes to another page. */
  goTo(page: string): void {
    this.page = page;
    this.#push({ state: { key: page }, page });
    this.layers.moved();
  }

  back(): void {
    this.#step(-1);
  }

  forward(): void {
    this.#step(1);
  }

  /** From now on steps take their time, as the browser's do. */
  becomesSlow(): void {
    this.#onTheirWay = [];
  }

  /** Every step arrives that is on its way, and those that follow from it. */
  arrives(): void {
    for (let by = this.#onTheirWay?.shift(); by !== undefined; by = this.#onTheirWay?.shift()) this.#take(by);
  }

  #push(entry: { state: unknown; page: string }): void {
    this.#entries.splice(this.#at + 1, Infinity, entry);
    this.#at += 1;
  }

  #step(by: number): void {
    if (this.#onTheirWay) this.#onTheirWay.push(by);
    else this.#take(by);
  }

  /** From where the history is by then. */
  #take(by: number): void {
    if (this.#at + by < 0) this.#isLeft = true;
    if (!this.#entries[this.#at + by]) return;
    this.#at += by;
    if (!this.layers.popped()) this.page = this.#entries[this.#at]?.page ?? '';
  }
}

let history: FakeHistory;
const open: string[] = [];

function opens(name: string): () => void {
  open.push(name);
  const gone = (): void => void open.splice(open.indexOf(name), 1);
  const told = history.layers.open(gone);
  return () => {
    gone();
    told();
  };
}

beforeEach(() => {
  history = new FakeHistory();
  open.length = 0;
});

test('N5: Back closes what lies on top, one after the other, then leads back', () => {
  history.goTo('conversation');
  opens('sheet');
  opens('menu');
  history.back();
  expect([open, history.page]).toEqual([['sheet'], 'conversation']);
  history.back();
  expect([open, history.page]).toEqual([[], 'conversation']);
  history.back();
  expect(history.page).toBe('list');
});

test('N5: what was closed by hand costs no press of Back', () => {
  history.goTo('conversation');
  const close = opens('menu');
  close();
  history.back();
  expect(history.page).toBe('list');
});

test('N5: the entry of a closed layer is used by the next one', () => {
  history.goTo('conversation');
  opens('menu')();
  opens('dialog');
  history.back();
  expect([open, history.page]).toEqual([[], 'conversation']);
  history.back();
  expect(history.page).toBe('list');
});

test('N5: what a menu led to is left to where the menu was opened', () => {
  const close = opens('menu');
  close();
  history.goTo('settings');
  history.back();
  expect([history.page, history.isLeft]).toEqual(['list', false]);
});

test('N5: Forward into the entry of a closed layer shows the page under it', () => {
  opens('menu');
  history.back();
  history.forward();
  expect([open, history.page, history.isLeft]).toEqual([[], 'list', false]);
});

test('N5: a dialog over a sheet that was closed by hand leaves the sheet to Back', () => {
  history.goTo('conversation');
  opens('sheet');
  opens('dialog')();
  history.back();
  expect([open, history.page]).toEqual([[], 'conversation']);
});

test('N5: after a reload nothing lies on top any more', () => {
  history.goTo('conversation');
  opens('menu');
  open.length = 0;
  history.layers = new BackLayers(history);
  history.back();
  expect(history.page).toBe('list');
});

test('N5: a menu that opens while a step back is on its way is not what that step closes', () => {
  history.goTo('conversation');
  history.becomesSlow();
  history.layers.stepBack();
  opens('menu');
  history.arrives();
  expect([open, history.page]).toEqual([['menu'], 'list']);
  history.back();
  history.arrives();
  expect([open, history.page, history.isLeft]).toEqual([[], 'list', false]);
});

test('N5: nor is one that opens while Back passes over what a closed one left behind', () => {
  history.goTo('conversation');
  opens('menu')();
  history.becomesSlow();
  history.back();
  history.arrives();
  expect(history.page).toBe('list');
  history.goTo('conversation');
  opens('dialog')();
  history.layers.stepBack();
  opens('menu');
  history.arrives();
  expect([open, history.page]).toEqual([['menu'], 'list']);
});

test('N5: what waited for a step back and was closed meanwhile leaves nothing behind', () => {
  history.goTo('conversation');
  history.becomesSlow();
  history.layers.stepBack();
  opens('menu')();
  history.arrives();
  history.back();
  history.arrives();
  expect([open, history.isLeft]).toEqual([[], true]);
});

test('N5: who closes twice while the step is on its way steps back once', () => {
  history.goTo('conversation');
  history.goTo('card');
  history.becomesSlow();
  history.layers.stepBack();
  history.layers.stepBack();
  history.arrives();
  expect(history.page).toBe('conversation');
  history.forward();
  history.arrives();
  expect(history.page).toBe('card');
  history.layers.stepBack();
  history.arrives();
  expect(history.page).toBe('conversation');
});

test('N5: a step back takes along what lies in front of its page', () => {
  history.goTo('conversation');
  opens('dialog');
  opens('menu');
  history.becomesSlow();
  history.layers.stepBack();
  history.arrives();
  expect([open, history.page]).toEqual([[], 'list']);
});
