import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import type { VisitorWelcome } from '@vetrina/protocol/messages/visitor-welcome';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';

/** What the page's owner may have said in the snippet about the box; read once, unknown values are ignored. */
export type PageOption =
  | 'zIndex'
  | 'hideWidget'
  | 'hideMobileWidget'
  | 'hideOfflineChat'
  | 'requireLogin'
  | 'privacyNoticeEnabled'
  | 'privacyNoticeUrl'
  | 'privacyNoticeCheckRequired'
  | 'orientation'
  | 'offsetX'
  | 'offsetY'
  | 'color'
  | 'ratingEnabled'
  | 'language'
  | 'gaKey'
  | 'gaName'
  | 'gaOptions';

/** State of the tab's one socket, as far as the box cares. */
export type Line =
  /** Not asked to connect (chat only, before consent). `startChat` connects. */
  | 'idle'
  | 'connecting'
  | 'open'
  /** Lost; it comes back by itself. */
  | 'waiting'
  /** The server said never. */
  | 'ended';

/**
 * Between the loader, which every page carries, and the box, which is fetched when somebody needs it. The loader owns the
 * socket, the page's commands and the launcher button; the box owns everything that is said and shown.
 */
export interface Bridge {
  readonly window: Window & typeof globalThis;
  /** Origin of the Vetrina server, without a trailing slash. */
  readonly base: string;
  /** The account's public key: names what the box keeps in the browser. */
  readonly key: string;
  readonly config: WidgetConfig;
  option(name: PageOption): unknown;
  /** The newest welcome of this visitor, with what has come since of the box's state and the message; undefined before the first. */
  welcome(): VisitorWelcome | undefined;
  line(): Line;
  /** False: no open socket. What must not be lost stays in the box's outbox and is sent again after the next welcome. */
  send(frame: FromVisitor): boolean;
  /** Every frame from the server (`welcome` after each reconnect included), until the returned function is called. */
  onFrame(listener: (frame: ToVisitor) => void): () => void;
  onLine(listener: (line: Line) => void): () => void;
  /**
   * Tells the visitors of this browser apart, from before the server knows them on; null: nobody yet. Changes with `logout`,
   * here or in another tab, before `onForget` is told. No secret: a part of the browser's key.
   */
  who(): string | null;
  /** The visitor wants to talk: connect as known even where the account does not track (T3). */
  startChat(): void;
  /** The visitor has opened the chat: rules may wait for that (A1). */
  opened(): void;
  /** The visitor becomes another (`logout`, here or in another tab) or nobody: the box forgets what it shows and keeps. */
  onForget(listener: () => void): void;
  /** Chat commands of the page (`chat:open`, `chat:message`, `theme:color`, `language` …), those made earlier first. */
  onCommand(listener: (command: string, ...values: readonly unknown[]) => void): void;
  /** Tells the page's listeners (`message_sent`, `message_received`, `messenger_close` …). */
  emit(event: string, ...values: readonly unknown[]): void;
  /** The launcher button, which the loader draws: the box says what it shows. */
  launcher: {
    show(shown: boolean): void;
    /** Beside it the number of unread messages; 0: none. */
    unread(count: number): void;
    /** While the panel is open the button closes it. */
    open(isOpen: boolean): void;
    color(color: string): void;
    side(side: 'left' | 'right', offsetX: number, offsetY: number): void;
    /** Accessible name in the box's language. */
    label(text: string): void;
    onPress(listener: () => void): void;
    /** For giving the focus back. */
    focus(): void;
  };
  /**
   * Remembers in this browser that the box is to be fetched at once on the next page: it is open, or its outbox is not
   * empty.
   */
  remember(neededAtOnce: boolean): void;
}

/** What `box/start-box.ts` exports. */
export interface BoxModule {
  /** Called once. */
  startBox(bridge: Bridge): void;
}
