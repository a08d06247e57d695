import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { PageOption } from '../bridge.ts';
import type { BoxFile, LauncherLook, Link, News } from '../link/link.ts';
import { type Launcher, makeLauncher } from './launcher.ts';
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
  /** The visitor becomes another, of whom the server has said nothing yet. */
  forget(): void;
}

const COLOR = /^#[0-9a-f]{6}$/i;
/** What can only be what it says, wherever it is written into a style sheet. */
const HARMLESS = /^(#[0-9a-f]{6}|\d+|left|right|true|false)$/i;

/** What a page says in its snippet instead of the account's settings, where it is called otherwise. */
const OPTIONS: Readonly<Record<string, PageOption>> = {
  side: 'orientation',
  hidden: 'hideWidget',
  hiddenOnPhones: 'hideMobileWidget',
  hiddenWhenOffline: 'hideOfflineChat',
} satisfies Partial<Record<keyof LauncherLook, PageOption>>;

function lookOf(w: PageWindow, { box, may }: WidgetConfig): LauncherLook {
  const look: Record<string, unknown> = { ...box };
  for (const name of Object.keys(box)) {
    const value = pageOption(w, OPTIONS[name] ?? name);
    // Plugins print switches as true, 1 and 'false'. P: hiding is bought.
    if (HARMLESS.test(value as string) && (may.hideBox || !/^hid/.test(name)))
      look[name] = guard(() => JSON.parse(value as string))() ?? value;
  }
  return look as unknown as LauncherLook;
}

/** A page that talks to a box which is never fetched is not remembered for ever. */
const KEPT = 50;

export function chatLink(w: PageWindow, importBox: ImportBox, needs: Omit<Link, 'look' | 'kept'>): ChatLink {
  const kept: News[] = [];
  const look = lookOf(w, needs.config);
  let paint: Launcher['paint'] | undefined;
  let isAsked = false;
  let failures = 0;

  /**
   * Who is connected is shown nothing before the server has said whether there is a box for them. What settings hide, the
   * page or the box may show all the same, and nothing is hidden from whose conversation goes on.
   */
  const draw = (): void => {
    const line = link.line();
    const { state, chatting } = link.welcome?.box ?? {};
    const isThere = state ? state !== 'hidden' && line !== 'ended' : line === 'idle';
    const isAway = state === 'offline' && look.hiddenWhenOffline;
    const isShown = look.shown ?? (chatting || !(look.hidden || isAway));
    const isNarrow = look.hiddenOnPhones && !look.shown && !chatting;
    paint?.(isThere && isShown ? (isNarrow ? 'print,(max-width:600px)' : 'print') : 'all');
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
    else if (!/frame|line/.test(news[0]) && kept.push(news) > KEPT) kept.shift();
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
      if (frame.type === 'box' && link.welcome) link.welcome.box = frame.box;
      tell('frame', frame);
    },
    command(call) {
      const [name, value] = call as [string, string];
      if (name === 'chat:show') look.shown = true;
      if (name === 'chat:hide') look.shown = false;
      if (name === 'theme:color' && COLOR.test(value)) look.color = value;
      if (/:(open|message|send)/.test(name)) fetchBox();
      tell('command', ...call);
    },
    forget() {
      delete link.welcome;
      tell('forget');
    },
    ...{ tell, draw, fetchBox },
  };
}
