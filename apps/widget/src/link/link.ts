import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { BoxSettings } from '@vetrina/protocol/http/box';
import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import type { Rules } from '@vetrina/protocol/messages/automatic-message';
import type { Page } from '@vetrina/protocol/messages/page';
import type { VisitorWelcome } from '@vetrina/protocol/messages/visitor-welcome';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { Line } from '../bridge.ts';

/** What the loader tells those it has fetched. Commands and presses are kept, in order, for a box that comes later. */
export type News =
  | readonly ['frame', ToVisitor]
  | readonly ['line', Line]
  | readonly ['command', ...(readonly unknown[])]
  | readonly ['press']
  | readonly ['forget']
  /** Something about the page is another thing than before: look at `Link.scene`. */
  | readonly ['scene', ...(readonly unknown[])];

/** The page on which the visitor is, and what happened there. Times are those of `performance.now()`. */
export interface Scene {
  /** As the server was told of it. */
  readonly page: Page;
  readonly at: number;
  /** When the page last said `vetrina('event', name)`, by name. */
  readonly events: Record<string, number>;
  /** When the visitor first opened the chat here; the box says so. */
  chatOpenedAt?: number;
}

/** How and whether the launcher shows: the account's settings, what the page says instead, and what the box says. */
export type LauncherLook = Pick<
  BoxSettings,
  'color' | 'side' | 'offsetX' | 'offsetY' | 'zIndex' | 'hidden' | 'hiddenOnPhones' | 'hiddenWhenOffline'
> & {
  /** The last word of the page, or of the box once it is there; undefined: what the settings hide is hidden. */
  shown?: boolean;
};

/**
 * What the loader hands to `box.js` and `rules.js`: as little as will do, because every page pays for what stands on the
 * loader's side. `bridge-over.ts` makes the bridge of it, which only chatting visitors pay for.
 */
export interface Link {
  readonly base: string;
  readonly key: string;
  readonly config: WidgetConfig;
  readonly look: LauncherLook;
  line(): Line;
  send(frame: FromVisitor): boolean;
  startChat(): void;
  emit(event: string, ...values: readonly unknown[]): void;
  remember(neededAtOnce: boolean): void;
  /** The key of the browser under which the visitor is or will be connected. */
  who(): string | undefined;
  /** Another object for each page view. Missing on pages that were opened with an older loader. */
  scene?(): Scene;
  /** Applies the look, and puts the button back where the page has thrown it out. */
  draw?: () => void;
  /** The launcher; undefined in a browser that cannot draw it. */
  button?: HTMLButtonElement;
  /** With every field as a later frame said it: the box's state, the message, the rules. */
  welcome?: VisitorWelcome & Partial<Omit<Rules, 'type'>>;
  /** What the server's clock is ahead of `performance.now()`, ms. */
  ahead?: number;
  readonly kept: News[];
  /** Set by whoever was fetched, who hands the news on to the one that stood here before. */
  hear?: (...news: News) => void;
}

/** What `box.js` and `rules.js` export. */
export interface FetchedFile {
  start(link: Link): void;
}

/** From now on the news is heard by one more. */
export function listenTo(link: Link, hear: NonNullable<Link['hear']>): void {
  const { hear: before } = link;
  link.hear = (...news) => {
    before?.(...news);
    hear(...news);
  };
}
