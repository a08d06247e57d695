import type { BoxSettings } from '@vetrina/protocol/http/box';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { PageOption } from '../bridge.ts';
import type { BoxFile, Link, News } from '../link/link.ts';
import { makeLauncher } from './launcher.ts';
import { attempt, guard, type PageWindow } from './page-window.ts';
import { pageOption } from './take-over-snippet.ts';

export type ImportBox = (address: string) => Promise<BoxFile>;

/** The launcher, and everything that has to wait until the chat box is fetched. */
export interface ChatLink {
  start(needs: Omit<Link, 'look' | 'kept'>): void;
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

function lookOf(w: PageWindow, box: BoxSettings): BoxSettings {
  const look = { ...box };
  for (const [option, name] of Object.entries(OPTIONS)) {
    const value = pageOption(w, option);
    // Plugins print switches as true, 1 and 'false'.
    if (HARMLESS.test(value as string))
      Object.assign(look, { [name]: attempt(() => JSON.parse(value as string), value) });
  }
  return look;
}

/** A page that says so shows the launcher whatever else would hide it, except a block. */
const SHOWN = { hidden: false, hiddenOnPhones: false, hiddenWhenOffline: false };

/** A page that talks to a box which is never fetched is not remembered for ever. */
const KEPT = 50;

export function chatLink(w: PageWindow, importBox: ImportBox): ChatLink {
  const kept: News[] = [];
  let link: Link | undefined;
  let paint: ((shown: boolean) => void) | undefined;
  let boxState: string | undefined;
  let isAsked = false;
  let failures = 0;

  /** Who is connected is shown nothing before the server has said whether there is a box for them. */
  const draw = (): void => {
    if (!link) return;
    const { look, welcome } = link;
    const line = link.line();
    const isAway = boxState === 'offline' && look.hiddenWhenOffline && !look.isOpen;
    const isThere = welcome ? boxState !== 'hidden' && line !== 'ended' : line === 'idle';
    paint?.(isThere && !isAway && !look.hidden && !look.isHidden);
  };
  /**
   * `import()` hands on the nonce that the page gave to this script, and is enough for `strict-dynamic`; with an allow-list
   * our host is on it already. Browsers remember that an address failed, hence the number.
   */
  const fetchBox = (): void => {
    if (!link || isAsked) return;
    isAsked = true;
    importBox(`${link.base}/box.js?${failures || ''}`).then(
      guard((file) => file.startBox(link as Link)),
      () => {
        isAsked = false;
        failures++;
      },
    );
  };
  const obey = ([name, value]: readonly unknown[]): void => {
    if (!link) return;
    if (name === 'chat:show') Object.assign(link.look, SHOWN);
    if (name === 'chat:hide') link.look.hidden = true;
    if (name === 'theme:color' && COLOR.test(value as string)) link.look.color = value as string;
    if (/:(open|message|send)/.test(name as string)) fetchBox();
  };
  /** Frames and the line are for those who listen; what a person did waits. */
  const tell = (...news: News): void => {
    if (link?.hear) link.hear(...news);
    else if (/command|press/.test(news[0]) && kept.push(news) > KEPT) kept.shift();
    draw();
  };
  return {
    start(needs) {
      const look = lookOf(w, needs.config.box);
      link = { ...needs, look, kept, draw };
      for (const [, ...call] of kept) obey(call);
      attempt(() => {
        const launcher = makeLauncher(w, look, () => {
          tell('press');
          fetchBox();
        });
        (link as Link).button = launcher.button;
        paint = launcher.paint;
      }, undefined);
      draw();
    },
    heard(frame) {
      if (!link) return;
      if (frame.type === 'welcome') {
        link.welcome = frame;
        if (frame.chat?.unread) fetchBox();
      }
      if (frame.type === 'chat-entry') fetchBox();
      if ('box' in frame) {
        boxState = frame.box.state;
        // A box that is fetched later reads there whether somebody is online by then.
        if (link.welcome) link.welcome.box = frame.box;
      }
      tell('frame', frame);
    },
    command(call) {
      tell('command', ...call);
      obey(call);
      draw();
    },
    ...{ tell, draw, fetchBox },
  };
}
