import type { Page } from '@playwright/test';

/** Runs in the page: what does not fit. */
function findFaults(): string[] {
  const nameOf = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> "${(element.textContent ?? '').trim().slice(0, 40)}"`;

  const lines = (element: Element): DOMRect[] =>
    [...element.childNodes].flatMap((node) => {
      if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    });

  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.clientWidth > 1 &&
    element.closest('.visually-hidden') === null;

  const isCutAside = (element: Element, style: CSSStyleDeclaration): boolean =>
    ['hidden', 'clip'].includes(style.overflowX) &&
    style.textOverflow !== 'ellipsis' &&
    element.scrollWidth > element.clientWidth + 1;

  const isCutBelow = (element: Element, style: CSSStyleDeclaration): boolean =>
    style.overflowY === 'hidden' &&
    style.textOverflow !== 'ellipsis' &&
    style.webkitLineClamp === 'none' &&
    element.clientHeight > 0 &&
    element.scrollHeight > element.clientHeight + 3;

  const wordsLeave = (element: Element, style: CSSStyleDeclaration): boolean => {
    const isClipped = [element, element.parentElement].some(
      (each) => each && getComputedStyle(each).overflowX !== 'visible',
    );
    if (style.display === 'inline' || isClipped || !element.matches('button, a, [role="tab"], label, h1, h2, h3'))
      return false;
    const { left, right } = element.getBoundingClientRect();
    return lines(element).some((line) => line.left < left - 1 || line.right > right + 1);
  };

  const faultOf = (element: Element): string[] => {
    const style = getComputedStyle(element);
    if (isCutAside(element, style)) return [`cut off: ${nameOf(element)}`];
    if (isCutBelow(element, style)) return [`cut off below: ${nameOf(element)}`];
    if (wordsLeave(element, style)) return [`words leave their place: ${nameOf(element)}`];
    return [];
  };

  const all = [...document.querySelectorAll('body *')];
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const isOutside = (element: Element): boolean =>
    element.matches('main :is(button, a[href], input)') &&
    element.getBoundingClientRect().right > innerWidth + 1 &&
    isSeen(element) &&
    !scrolls(element);
  const wide = document.documentElement.scrollWidth - innerWidth;
  const widest = all.find((element) => element.getBoundingClientRect().right > innerWidth + 1);
  return [
    ...(wide > 0 ? [`the page is ${wide} px wider than the window: ${widest ? nameOf(widest) : ''}`] : []),
    ...all.filter(isOutside).map((element) => `beyond the edge: ${nameOf(element)}`),
    ...all.filter((element) => lines(element).length > 0 && isSeen(element)).flatMap(faultOf),
  ];
}

/** What does not fit on the screen as it is now: a page wider than the window, words that are cut without a sign of it. */
export const faultsOfLayout = (page: Page): Promise<string[]> => page.evaluate(findFaults);

/** What goes wrong behind a page from now on: errors, refusals that nobody expected, requests that failed. */
export function listensForFaults(page: Page): { takes(): string[]; expects(is: boolean): void } {
  let faults: string[] = [];
  let isExpected = false;
  const note = (fault: string): void => {
    if (!isExpected) faults.push(fault);
  };
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Failed requests are told with their address below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) note(message.text());
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') note(`${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    // Asking who is signed in is answered so where nobody is.
    const isSignedOut = response.status() === 401 && pathname === '/api/v1/session';
    if (response.status() >= 400 && !isSignedOut) note(`${pathname}: ${response.status()}`);
  });
  return {
    takes() {
      const found = faults;
      faults = [];
      return found;
    },
    expects(is) {
      isExpected = is;
    },
  };
}
