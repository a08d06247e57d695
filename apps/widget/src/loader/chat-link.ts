import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import type { VisitorWelcome } from '@vetrina/protocol/messages/visitor-welcome';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { PageOption } from '../bridge.ts';
import type { FetchedFile, LauncherLook, Link, News } from '../link/link.ts';
import { type Launcher, makeLauncher } from './launcher.ts';
import { guard, type PageWindow } from './page-window.ts';
import { pageOption } from './take-over-snippet.ts';

export type ImportFile = (address: string) => Promise<FetchedFile>;

/** The launcher, and everything that has to wait until the chat box or the rules are fetched. */
export interface ChatLink {
  showLauncher(): void;
  heard(frame: ToVisitor): void;
  command(call: readonly unknown[]): void;
  tell(...news: News): void;
  draw(): void;
  /** Once, unless it failed. */
  fetchFile(name: 'box' | 'rules'): void;
  /** The visitor becomes another, of whom the server has said nothing yet. */
  forget(): void;
}

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

export function chatLink(
  w: PageWindow,
  importFile: ImportFile,
  needs: Omit<Link, 'look' | 'kept'> & Required<Pick<Link, 'scene'>>,
): ChatLink {
  const kept: News[] = [];
  const look = lookOf(w, needs.config);
  let paint: Launcher['paint'] | undefined;
  const asked: { [file: string]: boolean } = {};
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
  const fetchFile: ChatLink['fetchFile'] = (name) => {
    if (asked[name]) return;
    asked[name] = true;
    importFile(`${link.base}/${name}.js?${failures || ''}`).then(
      guard((file) => file.start(link)),
      () => {
        asked[name] = false;
        failures++;
      },
    );
  };
  /** What a person did, or the page wants, waits for the box; all else is for those who listen. */
  const tell = (...news: News): void => {
    draw();
    link.hear?.(...news);
    if (/^(c|p|fo)/.test(news[0])) kept.splice(0, kept.push(news) - KEPT);
  };
  return {
    showLauncher: guard(() => {
      const launcher = makeLauncher(w, look, () => {
        tell('press');
        fetchFile('box');
      });
      link.button = launcher.button;
      paint = launcher.paint;
      draw();
    }),
    heard(frame) {
      const { type, serverTime, chat, message } = frame as Omit<VisitorWelcome, 'type'> & { type: ToVisitor['type'] };
      // Who is fetched later reads there whether somebody is online by then, and which message and rules there are.
      link.welcome = { ...link.welcome, ...(frame as VisitorWelcome), type: 'welcome' };
      if (serverTime) link.ahead = serverTime - w.performance.now();
      if (type === 'rules') fetchFile(type);
      if (type === 'chat-entry' || chat?.unread || message) fetchFile('box');
      tell('frame', frame);
    },
    command(call) {
      const [name, value] = call as [string, string];
      if (/:(show|hide)/.test(name)) look.shown = name === 'chat:show';
      if (name === 'theme:color' && /^#[0-9a-f]{6}$/i.test(value)) look.color = value;
      if (/:(open|message|send)/.test(name)) fetchFile('box');
      if (name === 'event') needs.scene().events[value] = w.performance.now();
      // A page may tell of events all day long: they would drive out what waits for the box.
      tell(name === 'event' ? 'scene' : 'command', ...call);
    },
    forget() {
      delete link.welcome;
      tell('forget');
    },
    ...{ tell, draw, fetchFile },
  };
}
