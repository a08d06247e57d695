import type { Page } from '@playwright/test';

/** What does not fit on the screen as it is now: a document wider than the window, words that are cut without a sign of it. */
export function faultsOfLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    const nameOf = (element: Element): string =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    if (wide > 0) {
      const widest = [...document.querySelectorAll('body *')].find(
        (element) => element.getBoundingClientRect().right > innerWidth + 1,
      );
      faults.push(`the page is ${wide} px wider than the window${widest ? `: ${nameOf(widest)}` : ''}`);
    }
    const hasWords = (element: Element): boolean =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.clientWidth > 1 &&
      element.closest('.visually-hidden') === null;
    const wordsLeave = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return [...element.childNodes].some((node) => {
        if (node.nodeType !== Node.TEXT_NODE) return false;
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].some((line) => line.left < left - 1 || line.right > right + 1);
      });
    };
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!hasWords(element) || !isSeen(element)) continue;
      const style = getComputedStyle(element);
      const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const isTooWide = element.scrollWidth > element.clientWidth + 1;
      if (isTooWide && cuts && style.textOverflow !== 'ellipsis') faults.push(`cut off: ${nameOf(element)}`);
      const isLabel = element.matches('button, a, [role="tab"], label, h1, h2, h3');
      if (isLabel && style.display !== 'inline' && wordsLeave(element))
        faults.push(`words leave their place: ${nameOf(element)}`);
      const isTooHigh = element.scrollHeight > element.clientHeight + 3 && element.clientHeight > 0;
      const isClamped = style.webkitLineClamp !== 'none';
      if (isTooHigh && style.overflowY === 'hidden' && !isClamped && style.textOverflow !== 'ellipsis')
        faults.push(`cut off below: ${nameOf(element)}`);
    }
    return faults;
  });
}

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
