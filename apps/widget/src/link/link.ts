import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { BoxSettings } from '@vetrina/protocol/http/box';
import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import type { VisitorWelcome } from '@vetrina/protocol/messages/visitor-welcome';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { Line } from '../bridge.ts';

/** What the loader tells the box about. Commands and presses made before the box is there are kept for it, in order. */
export type News =
  | readonly ['frame', ToVisitor]
  | readonly ['line', Line]
  | readonly ['command', ...(readonly unknown[])]
  | readonly ['press']
  | readonly ['forget'];

/** How and whether the launcher shows: the account's settings, what the page says instead, and what the box says. */
export type LauncherLook = Pick<
  BoxSettings,
  'color' | 'side' | 'offsetX' | 'offsetY' | 'zIndex' | 'hidden' | 'hiddenOnPhones' | 'hiddenWhenOffline'
> & {
  /** The last word of the page, or of the box once it is there; undefined: what the settings hide is hidden. */
  shown?: boolean;
};

/**
 * What the loader hands to `box.js`: as little as will do, because every page pays for what stands on the loader's side.
 * `bridge-over.ts` makes the bridge of it, which only chatting visitors pay for.
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
  /** Applies the look, and puts the button back where the page has thrown it out. */
  draw?: () => void;
  /** The launcher; undefined in a browser that cannot draw it. */
  button?: HTMLButtonElement;
  welcome?: VisitorWelcome;
  readonly kept: News[];
  /** Set by the box: hears the news from then on. */
  hear?: (...news: News) => void;
}

/** What `box.js` exports. */
export interface BoxFile {
  startBox(link: Link): void;
}
