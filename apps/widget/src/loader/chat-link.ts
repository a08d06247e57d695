import type { BoxSettings } from '@vetrina/protocol/http/box';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { PageOption } from '../bridge.ts';
import type { BoxFile, LauncherLook, Link, News } from '../link/link.ts';
import { makeLauncher } from './launcher.ts';
import { guard, type PageWindow } from './page-window.ts';
import { pageOption } from './take-over-snippet.ts';

export type ImportBox = (address: string) => Promise<BoxFile>;

/** The launcher, and everything that has to wait until the chat box is fetched. */
export interface ChatLink {
  showLauncher(): void;
  heard(frame: ToVisitor): void;
  command(call: readonly unknown[]): void;
  tell(...news: News): void;
  draw(): void;
  fetchBox(): void;
}

const COLOR = /^#[0-9a-f]{6}$/i;
/** What can only be what it says, wherever it is written into a style sheet. */
const HARMLESS = /^(#[0-9a-f]{6}|\d+|left|right|true|false)$/i;

/** What a page says in its snippet instead of the account's settings, and what those call it. */
const OPTIONS = {
  color: 'color',
  orientation: 'side',
  offsetX: 'offsetX',
  offsetY: 'offsetY',
  zIndex: 'zIndex',
  hideWidget: 'hidden',
  hideMobileWidget: 'hiddenOnPhones',
  hideOfflineChat: 'hiddenWhenOffline',
} as const satisfies Partial<Record<PageOption, keyof BoxSettings>>;

function lookOf(w: PageWindow, box: BoxSettings): LauncherLook {
  const look: Record<string, unknown> = { ...box };
  for (const [option, name] of Object.entries(OPTIONS)) {
    const value = pageOption(w, option);
    // Plugins print switches as true, 1 and 'false'.
    if (HARMLESS.test(value as string)) look[name] = guard(() => JSON.parse(value as string))() ?? value;
  }
  return look as unknown as LauncherLook;
}

/** A page that says so shows the launcher whatever else would hide it, except a block. */
const SHOWN = { hidden: false, hiddenOnPhones: false, hiddenWhenOffline: false };

/** A page that talks to a box which is never fetched is not remembered for ever. */
const KEPT = 50;

export function chatLink(w: PageWindow, importBox: ImportBox, needs: Omit<Link, 'look' | 'kept'>): ChatLink {
  const kept: News[] = [];
  const look = lookOf(w, needs.config.box);
  let paint: ((shown: boolean) => void) | undefined;
  let isAsked = false;
  let failures = 0;

  /** Who is connected is shown nothing before the server has said whether there is a box for them. */
  const draw = (): void => {
    const line = link.line();
    const state = link.welcome?.box.state;
    const isAway = state === 'offline' && look.hiddenWhenOffline && !look.isOpen;
    const isThere = state ? state !== 'hidden' && line !== 'ended' : line === 'idle';
    paint?.(isThere && !isAway && !look.hidden && !look.isHidden);
  };
  const link: Link = { ...needs, look, kept, draw };
  /**
   * `import()` hands on the nonce that the page gave to this script, and is enough for `strict-dynamic`; with an allow-list
   * our host is on it already. Browsers remember that an address failed, hence the number.
   */
  const fetchBox = (): void => {
    if (isAsked) return;
    isAsked = true;
    importBox(`${link.base}/box.js?${failures || ''}`).then(
      guard((file) => file.startBox(link)),
      () => {
        isAsked = false;
        failures++;
      },
    );
  };
  /** Frames and the line are for those who listen; what a person did waits. */
  const tell = (...news: News): void => {
    if (link.hear) link.hear(...news);
    else if (/command|press/.test(news[0]) && kept.push(news) > KEPT) kept.shift();
    draw();
  };
  return {
    showLauncher: guard(() => {
      const launcher = makeLauncher(w, look, () => {
        tell('press');
        fetchBox();
      });
      link.button = launcher.button;
      paint = launcher.paint;
      draw();
    }),
    heard(frame) {
      if (frame.type === 'welcome') {
        link.welcome = frame;
        if (frame.chat?.unread) fetchBox();
      }
      if (frame.type === 'chat-entry') fetchBox();
      // A box that is fetched later reads there whether somebody is online by then.
      if ('box' in frame && link.welcome) link.welcome.box = frame.box;
      tell('frame', frame);
    },
    command(call) {
      const [name, value] = call as [string, string];
      if (name === 'chat:show') Object.assign(look, SHOWN);
      if (name === 'chat:hide') look.hidden = true;
      if (name === 'theme:color' && COLOR.test(value)) look.color = value;
      if (/:(open|message|send)/.test(name)) fetchBox();
      tell('command', ...call);
    },
    ...{ tell, draw, fetchBox },
  };
}
