import { expect, type Locator, type Page } from '@playwright/test';

/** Stops that a way through a screen may take. */
const FARTHEST = 80;

/** What the focus can be seen by: of the element itself and of what is drawn in its place. */
interface Looks {
  readonly name: string;
  readonly isInView: boolean;
  readonly isCovered: boolean;
  /** The stop before looked the same with and without the focus. */
  readonly wasInvisible: string | null;
  readonly isTarget: boolean;
  /** In the page itself, not in a part with a shadow of its own, as the chat box is. */
  readonly isOfPage: boolean;
}

/** Runs in the page. Remembers how the stop looks, to be compared once the focus has moved on. */
function lookAtStop(target: Element | null): Looks | null {
  const memory = globalThis as unknown as { lastStop?: { element: Element; name: string; look: string } };
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element === null || element === document.body) return null;
  // A dialog that has just opened is about to take the focus.
  const modal = document.querySelector('dialog:modal');
  if (modal !== null && !modal.contains(element)) return null;
  const lookOf = (of: Element): string =>
    [of, of.parentElement, of.parentElement?.parentElement, of.nextElementSibling, of.firstElementChild]
      .filter((each) => each instanceof Element)
      .flatMap((each) => [null, '::before', '::after'].map((part) => getComputedStyle(each, part)))
      .map(({ outline, outlineOffset, boxShadow, border, backgroundColor, color, opacity, textDecoration }) =>
        [outline, outlineOffset, boxShadow, border, backgroundColor, color, opacity, textDecoration].join(),
      )
      .join('|');
  const nameOf = (of: Element): string =>
    `${of.tagName.toLowerCase()} "${of.getAttribute('aria-label') ?? of.closest('label')?.textContent ?? (of.textContent || (of.parentElement?.parentElement?.textContent ?? '')).trim().slice(0, 40)}"`;
  const before = memory.lastStop;
  const hasMoved = before !== undefined && before.element !== element && before.element.isConnected;
  const wasInvisible = hasMoved && lookOf(before.element) === before.look ? before.name : null;
  const name = nameOf(element);
  memory.lastStop = { element, name, look: lookOf(element) };

  const box = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const points = [0.5, 0.1, 0.9].flatMap((x) =>
    [0.5, 0.1, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
  );
  // A switch or a radio button is drawn by what lies over it.
  const drawn = element.matches('input')
    ? (element.closest('label') ?? element.parentElement?.parentElement ?? element)
    : element;
  const isThere = ([x, y]: readonly [number, number]): boolean => {
    const top = root.elementFromPoint(x, y);
    return top !== null && (drawn.contains(top) || top.contains(element));
  };
  const isLine = element instanceof SVGElement;
  // Drawn by something else, which may lie anywhere in its row.
  const isUnseen = getComputedStyle(element).opacity === '0' || box.width <= 4;
  return {
    name,
    isInView: isLine || (box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth),
    // A line hardly covers its own box.
    isCovered: !isLine && !isUnseen && !points.some(isThere),
    wasInvisible,
    isTarget: element === target,
    isOfPage: root === document,
  };
}

/** Somebody who has a keyboard and nothing else, and has to see where they are. */
export class Keys {
  readonly #page: () => Page;
  readonly #isGuest: boolean;

  /** `isGuest`: on a customer's page, where only the chat box is ours to answer for. */
  constructor(page: () => Page, isGuest = false) {
    this.#page = page;
    this.#isGuest = isGuest;
  }

  /** Presses a key and looks where the focus is now. */
  async press(key: string): Promise<void> {
    await this.#page().keyboard.press(key);
    const stop = this.#page().evaluate(lookAtStop, null);
    // It may lead to another page, on which there is no stop yet.
    const found = await stop.catch((error: Error) =>
      /Execution context was destroyed/.test(error.message) ? null : Promise.reject(error),
    );
    if (found !== null) this.#judges(found);
  }

  async types(text: string): Promise<void> {
    await this.#page().keyboard.type(text);
  }

  /** Tabs on until it has the focus. */
  async goesTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target.first()).toBeVisible();
    for (let left = FARTHEST; !(await this.isOn(target)); left -= 1) {
      if (left === 0) throw new Error(`${target} is not reached with ${key}`);
      await this.#page().keyboard.press(key);
    }
  }

  async activates(target: Locator, key: 'Enter' | 'Space' = 'Enter', way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.goesTo(target, way);
    await this.press(key);
  }

  /** Fills what has the focus anew. */
  async writes(target: Locator, text: string, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.goesTo(target, way);
    await this.#page().keyboard.press('ControlOrMeta+a');
    await this.types(text);
  }

  /** Whether it has the focus. */
  async isOn(target: Locator): Promise<boolean> {
    if ((await target.count()) === 0) return false;
    const stop = await target.first().evaluate(lookAtStop);
    this.#judges(stop);
    return stop?.isTarget === true;
  }

  /** 2.4.7, 2.4.11: the focus is on the screen, not behind something, and looked different a stop ago. */
  #judges(stop: Looks | null): void {
    if (stop === null || (this.#isGuest && stop.isOfPage)) return;
    expect.soft(stop.wasInvisible, 'a stop that looks the same with and without the focus').toBeNull();
    expect.soft(stop.isInView, `${stop.name} is on the screen when it has the focus`).toBe(true);
    expect.soft(stop.isCovered, `${stop.name} is covered when it has the focus`).toBe(false);
  }
}
