import { beforeEach, expect, test } from 'vitest';
import { BackLayers } from './back-layers.ts';

/** A browser's history with the router on top: `page` is what the router shows, `back()` is the browser's button. */
class FakeHistory {
  #entries: { state: unknown; page: string }[] = [{ state: { key: 1 }, page: 'list' }];
  #at = 0;
  #isLeft = false;
  layers = new BackLayers(this);
  page = 'list';

  get state(): unknown {
    return this.#entries[this.#at]?.state;
  }

  get isLeft(): boolean {
    return this.#isLeft;
  }

  pushState(state: unknown): void {
    this.#entries.splice(this.#at + 1, Infinity, { state, page: this.page });
    this.#at += 1;
  }

  /** The router goes to another page. */
  goTo(page: string): void {
    this.page = page;
    this.pushState({ key: page });
    this.layers.moved();
  }

  back(): void {
    this.#step(-1);
  }

  forward(): void {
    this.#step(1);
  }

  #step(by: number): void {
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
