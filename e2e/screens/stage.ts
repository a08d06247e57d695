import type { Browser, BrowserContext, Page } from '@playwright/test';
import { english } from '../../apps/widget/src/box/locales/en.ts';
import { listensForFaults } from './faults.ts';
import type { Look, Screen } from './screen.ts';
import { settles } from './settle.ts';
import type { Who } from './who.ts';
import { asSeen, type Catalogue, readCatalogue, wordOf } from './words.ts';
import type { World } from './world.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const DESK: Size = { width: 1440, height: 900 };
export const PHONE: Size = { width: 390, height: 844 };
/** Below it the dashboard is that of a phone, px. */
const PHONES = 768;

export interface Opened {
  readonly page: Page;
  /** What went wrong on the way: nothing, most of the time. */
  readonly faults: readonly string[];
}

/** Screens of one size in one language, seen one after the other. */
export interface Stage {
  shows(screen: Screen): boolean;
  opens(screen: Screen): Promise<Opened>;
  ends(): Promise<void>;
}

/** A visitor comes with a browser of their own each time: what was said before is not theirs. */
const isVisitor = (who: Who): boolean => who === 'visitor' || who === 'late-visitor';

async function boxWords(language: string): Promise<Catalogue> {
  if (language === 'en') return asCatalogue(english);
  const module = (await import(`../../apps/widget/src/box/locales/${language}.ts`)) as Record<string, object>;
  return asCatalogue(Object.values(module)[0] ?? {});
}

const asCatalogue = (words: object): Catalogue =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, word]: [string, unknown]) =>
      typeof word === 'string' ? [[key, word.replaceAll(/\{(\w+)\}/g, '{{$1}}')]] : [],
    ),
  );

export async function makeStage(browser: Browser, world: World, size: Size, language: string): Promise<Stage> {
  const words: Catalogue = { ...(await readCatalogue(language)), box: await boxWords(language) };
  const pages = new Map<Who, Promise<Page>>();
  /** Those that were answered for one screen only. */
  const prepared = new WeakSet<Page>();
  const ears = new WeakMap<Page, ReturnType<typeof listensForFaults>>();

  async function newPage(who: Who): Promise<Page> {
    const context = await browser.newContext({
      locale: language,
      timezoneId: 'Europe/Rome',
      viewport: size,
      reducedMotion: 'reduce',
      hasTouch: size.width < PHONES,
      permissions: ['clipboard-read', 'clipboard-write'],
      ...(isVisitor(who) ? {} : { serviceWorkers: 'block' }),
    });
    await addSession(context, world, who);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    ears.set(page, listensForFaults(page));
    return page;
  }

  async function pageOf(who: Who): Promise<Page> {
    if (isVisitor(who)) {
      await (await pages.get(who))?.context().close();
      pages.delete(who);
    }
    const known = pages.get(who) ?? newPage(who);
    pages.set(who, known);
    return known;
  }

  /** The application remembers what it was answered, also what was only for the screen before. */
  async function leavesPrepared(page: Page, next: Screen): Promise<void> {
    if (prepared.delete(page)) await page.goto('about:blank');
    if (next.first !== undefined) prepared.add(page);
  }

  function lookAt(page: Page): Look {
    const say = (key: string): RegExp => asSeen(wordOf(words, key));
    const button = (key: string) =>
      page
        .getByRole('button', { name: say(key) })
        .filter({ visible: true })
        .first();
    return { page, world, isPhone: size.width < PHONES, say, button, presses: (key) => button(key).click() };
  }

  return {
    shows: ({ only }) => only === undefined || (only === 'phone') === size.width < PHONES,
    async opens(screen) {
      const page = await pageOf(screen.who);
      const look = lookAt(page);
      const ear = ears.get(page);
      ear?.expects(screen.isBroken === true);
      await forgets(page);
      await leavesPrepared(page, screen);
      await screen.first?.(look);
      const origin = screen.who === 'founder' ? world.freshUrl : world.url;
      const place = typeof screen.at === 'string' ? screen.at : screen.at(world);
      if (screen.first !== undefined || !(await walks(page, origin, place))) await page.goto(origin + place);
      await asksForBox(page, screen.who, language);
      if (screen.deeds === undefined || !isVisitor(screen.who))
        await page.locator('h1').first().waitFor({ state: 'attached' });
      await screen.deeds?.(look);
      await (screen.shows?.(look) ?? page.locator('h1').first()).waitFor({ state: 'attached' });
      const isSettled = await settles(page);
      const faults = [...(ear?.takes() ?? []), ...(isSettled ? [] : ['it does not come to rest'])];
      return { page, faults };
    },
    async ends() {
      for (const page of pages.values()) await (await page).context().close();
    },
  };
}

/** The shop's page is English, which the box heeds before the browser's language; the page's command comes before both. */
async function asksForBox(page: Page, who: Who, language: string): Promise<void> {
  if (language === 'en' || !isVisitor(who)) return;
  await page.evaluate((wanted) => {
    (window as unknown as { smartsupp(command: 'language', code: string): void }).smartsupp('language', wanted);
  }, language);
}

/** The last word of an address that leads nowhere: the way there clears the screen before. */
const NOWHERE = '/nowhere';

/**
 * Goes on inside the application that is open, as its links do, which is quicker than loading it. Answers false where that is
 * not possible: nothing is open yet, or it does not want to be left.
 */
async function walks(page: Page, origin: string, place: string): Promise<boolean> {
  return page.evaluate(
    async ([to, base, nowhere]) => {
      const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
      const go = (address: string): void => {
        history.pushState({}, '', address);
        dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
      };
      const shell = document.querySelector('nav + div > main');
      if (location.origin !== base || shell === null || document.querySelector('dialog[open], iframe') !== null)
        return false;
      const leaves = async (address: string): Promise<boolean> => {
        const heading = document.querySelector('h1');
        go(address);
        for (let left = 90; heading?.isConnected; left -= 1) {
          if (left === 0) return false;
          await frame();
        }
        return true;
      };
      return (await leaves(nowhere)) && (await leaves(to));
    },
    [place, origin, NOWHERE] as const,
  );
}

/** What the screen before left behind: drafts, and answers that were only for it. */
async function forgets(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(() => {
    if (location.protocol === 'about:') return;
    localStorage.clear();
    sessionStorage.clear();
  });
}

async function addSession(context: BrowserContext, world: World, who: Who): Promise<void> {
  const cookies = world.sessions[who]?.split('; ') ?? [];
  await context.addCookies(
    cookies.map((cookie) => {
      const at = cookie.indexOf('=');
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: world.url };
    }),
  );
}
