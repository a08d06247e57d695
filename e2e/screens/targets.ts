import type { Page } from '@playwright/test';

interface Wanted {
  readonly least: number;
  /** Only what lies in one of these. */
  readonly within: string;
  readonly links: boolean;
}

/** Runs in the page: what can be pressed, is smaller than `least` px either way and has not so much room of its own. */
function findSmall({ least, within, links }: Wanted): string[] {
  const pressed = 'button, a[href], summary, [role="tab"], [role="menuitem"], select, input:not([type="hidden"])';
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('[aria-hidden="true"], .visually-hidden') === null &&
    element.getBoundingClientRect().width > 1;

  /** A label is pressed with its control, and a control that is drawn small may lie in a larger one. */
  const areaOf = (element: Element): DOMRect => {
    const label = element.id === '' ? null : document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
    const box = (element.matches('input') ? element.parentElement : element)?.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    const all = [own, (element.closest('label') ?? label ?? element).getBoundingClientRect(), box ?? own];
    return all.reduce((largest, each) => (each.height > largest.height ? each : largest));
  };

  /** 2.5.8 exempts links in the flow of a sentence. */
  const isInSentence = (element: Element): boolean => getComputedStyle(element).display === 'inline';

  /** Nothing else is hit where a finger of that size lands. */
  const hasRoom = (element: Element, all: readonly Element[]): boolean => {
    const box = element.getBoundingClientRect();
    const [x, y, reach] = [box.left + box.width / 2, box.top + box.height / 2, least / 2 - 1];
    const across = Math.max(reach, box.width / 2);
    return all.every((other) => {
      if (other === element || other.contains(element) || element.contains(other)) return true;
      const its = other.getBoundingClientRect();
      return its.right <= x - across || its.left >= x + across || its.bottom <= y - reach || its.top >= y + reach;
    });
  };

  // What lies under a modal dialog cannot be pressed, nor be in the way.
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
  const all = [...(modal ?? document).querySelectorAll(pressed)].filter(isSeen);
  return all.flatMap((element) => {
    if (element.closest(within) === null || (!links && element.matches('a'))) return [];
    const { width, height } = areaOf(element);
    if (Math.min(width, height) >= least - 0.5 || element.matches(':disabled') || isInSentence(element)) return [];
    // What is scrolled under a bar is not pressed there, and the bar is not in its way.
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (hasRoom(element, all)) return [];
    const name = element.getAttribute('aria-label') ?? (element.textContent ?? '').trim().slice(0, 30);
    return [
      `${Math.round(width)} × ${Math.round(height)} px: <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> "${name}"`,
    ];
  });
}

/** 2.5.8: at least 24 px of its own, whatever can be pressed. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(findSmall, { least: 24, within: 'body', links: true });

/** V12: what is pressed with a finger, links within text aside. The bar of navigation has scenes of its own. */
export const smallForFingers = (page: Page): Promise<string[]> =>
  page.evaluate(findSmall, { least: 44, within: 'main, dialog, [popover]', links: false });
