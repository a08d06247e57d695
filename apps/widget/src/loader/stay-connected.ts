import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { BrowserKey, TabId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { Identity } from '@vetrina/protocol/messages/identity';
import type { Page } from '@vetrina/protocol/messages/page';
import type { VisitorHello } from '@vetrina/protocol/messages/visitor-hello';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import { browserSocketEnv } from '@vetrina/socket/browser-env';
import { openSocket, type ReconnectingSocket } from '@vetrina/socket/reconnecting-socket';
import type { SocketEnv } from '@vetrina/socket/socket-env';
import type { Tracking } from './consent.ts';
import { attempt, guard, type PageWindow } from './page-window.ts';
import { wireText } from './wire-text.ts';

export interface Present {
  /** Full address of the socket, key included. */
  address: string;
  tab(): string;
  browserKey(): string;
  page(): Page;
  identity(): Identity | undefined;
  welcomed(visitor: string | null): void;
}

export interface Connection {
  /** Changes what may be told, closing and dialling as needed. */
  track(tracking: Tracking): void;
  /** False when it could not be said; a later hello says it all. */
  say(frame: FromVisitor): boolean;
  leave(): void;
  comeBack(): void;
  /** Leaves and arrives as somebody else. */
  restart(): void;
}

/** Keeps the tab's one socket as the tracking decision and the page's life demand. */
export function stayConnected(w: PageWindow, present: Present): Connection {
  const env = guardedEnv(browserSocketEnv(w));
  let socket: ReconnectingSocket | undefined;
  let tracking: Tracking = 'nothing';
  let met = false;
  /** The server said never: only a new page asks again. */
  let barred = false;

  const say = (frame: FromVisitor): boolean =>
    tracking === 'known' && socket !== undefined && socket.send(JSON.stringify(frame));
  const leave = (): void => {
    say({ type: 'goodbye' });
    socket?.close();
    socket = undefined;
  };
  const dial = (): void => {
    if (socket || barred || tracking === 'nothing') return;
    socket = openSocket({
      address: () => present.address,
      onOpen: guard((send) => send(JSON.stringify(helloOf(w, present, tracking, met)))),
      onMessage: guard((text) => {
        const frame = JSON.parse(text) as ToVisitor;
        if (frame.type !== 'welcome') return;
        met = true;
        present.welcomed(frame.visitor);
      }),
      onState: guard((state) => {
        if (state.is !== 'ended' || state.code === 1000) return;
        barred = true;
        // Unknown key, foreign origin: the two that the site's owner has to mend.
        if (state.code === 4102 || state.code === 4103) w.console.warn(`Vetrina: ${state.reason}.`);
      }),
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
    track(next) {
      if (next !== tracking) start(next);
    },
    say,
    leave,
    comeBack: dial,
    restart: () => start(tracking),
  };
}

function helloOf(w: PageWindow, present: Present, tracking: Tracking, again: boolean): VisitorHello {
  const head = { type: 'hello', protocol: PROTOCOL_VERSION, tab: present.tab() as TabId } as const;
  if (tracking !== 'known') return { ...head, visitor: { as: 'counted' } };
  const { document, navigator } = w;
  const visitor: VisitorHello['visitor'] = {
    as: 'known',
    browserKey: present.browserKey() as BrowserKey,
    page: present.page(),
    visible: document.visibilityState === 'visible',
  };
  const identity = present.identity();
  const timezone = timeZoneOf(w);
  if (identity) visitor.identity = identity;
  if (again) visitor.again = true;
  if (navigator.language) visitor.language = wireText(navigator.language, LIMITS.language);
  if (timezone) visitor.timezone = wireText(timezone, LIMITS.timezone);
  const width = Math.round(w.screen?.width);
  const height = Math.round(w.screen?.height);
  if (width >= 0 && height >= 0 && Math.max(width, height) <= 100_000) visitor.screen = { width, height };
  return { ...head, visitor };
}

/** Temporal first: the first `Intl` formatter of a browser process holds its page up for 20 to 60 ms. */
function timeZoneOf(w: PageWindow): string {
  const { Temporal } = w as { Temporal?: { Now: { timeZoneId(): string } } };
  return attempt(() => (Temporal ? Temporal.Now.timeZoneId() : w.Intl.DateTimeFormat().resolvedOptions().timeZone), '');
}

/** Everything that the browser calls back goes through a guard. */
function guardedEnv(env: SocketEnv): SocketEnv {
  return {
    ...env,
    connect: (address, { opened, heard, closed }) =>
      env.connect(address, { opened: guard(opened), heard: guard(heard), closed: guard(closed) }),
    later: (task, ms) => env.later(guard(task), ms),
    watch: (report) => env.watch(guard(report)),
  };
}
