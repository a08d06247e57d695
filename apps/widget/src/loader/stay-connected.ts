import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { BrowserKey, TabId } from '@vetrina/protocol/ids';
import type { VisitorHello } from '@vetrina/protocol/messages/visitor-hello';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import { browserSocketEnv } from '@vetrina/socket/browser-env';
import { openSocket, type ReconnectingSocket } from '@vetrina/socket/reconnecting-socket';
import type { Line } from '../bridge.ts';
import type { BrowserMemory } from './browser-key.ts';
import type { Tracking } from './consent.ts';
import type { IdentityNotes } from './identity.ts';
import { guard, type PageWindow } from './page-window.ts';
import type { Tab } from './tab-id.ts';
import type { PageWatch } from './watch-pages.ts';

/** Who is connected, asked anew by every hello. */
export interface Present {
  readonly memory: BrowserMemory;
  readonly tabId: Tab;
  readonly notes: IdentityNotes;
  readonly pages: PageWatch;
  /** Did the visitor open the chat? Such a hello is welcome even where the account does not track. */
  isChatting(): boolean;
  heard(frame: ToVisitor): void;
  turned(line: Line): void;
}

export interface Connection {
  line(): Line;
  /** Changes what may be told, closing and dialling as needed. */
  track(tracking: Tracking): void;
  /** False when it could not be said; a later hello says it all. */
  say(frame: FromVisitor): boolean;
  leave(): void;
  comeBack(): void;
  /** Leaves and arrives as somebody else. */
  restart(tracking: Tracking): void;
}

/** Keeps the tab's one socket as the tracking decision and the page's life demand. */
export function stayConnected(w: PageWindow, address: string, present: Present): Connection {
  const env = browserSocketEnv(w, guard);
  let socket: ReconnectingSocket | undefined;
  let tracking: Tracking = 'nothing';
  let met = false;
  /** Once `ended` it stays so: only a new page asks again. */
  let line: Line = 'idle';

  const say = (frame: FromVisitor): boolean => tracking === 'known' && !!socket?.send(JSON.stringify(frame));
  const leave = (): void => {
    say({ type: 'goodbye' });
    socket?.close();
    socket = undefined;
  };
  const dial = (): void => {
    if (socket || line === 'ended' || tracking === 'nothing') return;
    socket = openSocket({
      address: (go) => go(address),
      onOpen: (send) => send(JSON.stringify(helloOf(w, present, tracking, met))),
      onMessage: (text) => {
        const frame = JSON.parse(text) as ToVisitor;
        if (frame.type === 'welcome') met = true;
        present.heard(frame);
      },
      onState: (state) => {
        line = state.is;
        if (state.is === 'ended') {
          if (state.code === 1000) line = 'idle';
          // Unknown key, foreign origin: the two that the site's owner has to mend.
          if (state.code === 4102 || state.code === 4103) w.console.warn(`Vetrina: ${state.reason}.`);
        }
        present.turned(line);
      },
      env,
    });
  };
  const start = (next: Tracking): void => {
    leave();
    tracking = next;
    met = false;
    dial();
  };
  return {
    line: () => line,
    track(next) {
      if (next !== tracking) start(next);
    },
    say,
    leave,
    comeBack: dial,
    restart(next) {
      if (tracking !== 'nothing') start(next);
    },
  };
}

function helloOf(w: PageWindow, present: Present, tracking: Tracking, again: boolean): VisitorHello {
  const head = { type: 'hello', protocol: PROTOCOL_VERSION, tab: present.tabId.id() as TabId } as const;
  if (tracking !== 'known') return { ...head, visitor: { as: 'counted' } };
  const { document, navigator } = w;
  const { width, height } = w.screen ?? {};
  const visitor = {
    as: 'known',
    browserKey: present.memory.key() as BrowserKey,
    page: present.pages.current(),
    visible: document.visibilityState === 'visible',
    identity: present.notes.all(),
    again,
    chatting: present.isChatting(),
    language: navigator.language,
    timezone: timeZoneOf(w),
    screen: { width, height },
  };
  return { ...head, visitor: visitor as VisitorHello['visitor'] };
}

/** Temporal first: the first `Intl` formatter of a browser process holds its page up for 20 to 60 ms. */
function timeZoneOf(w: PageWindow): string | undefined {
  const { Temporal } = w as { Temporal?: { Now: { timeZoneId(): string } } };
  return guard(() => (Temporal ? Temporal.Now.timeZoneId() : w.Intl.DateTimeFormat().resolvedOptions().timeZone))();
}
