import { comeBackAfter } from '@vetrina/protocol/close-codes';
import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { AccountKey } from '@vetrina/protocol/ids';
import type { VisitorHello } from '@vetrina/protocol/messages/visitor-hello';
import { waitBeforeAttempt } from '@vetrina/socket/reconnect-policy';
import { WebSocket } from 'ws';
import type { Person } from './person.ts';

export interface Site {
  /** Base address of the server, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly key: AccountKey;
}

export interface Listener {
  /** The server took us in; `again` after a lost connection. */
  onOpen?(again: boolean): void;
  /** A connection that the server had answered is gone. */
  onClose?(): void;
  /** The socket ended and does not come back. */
  onEnd?(code: number): void;
  onError?(error: Error): void;
  /** Every frame after the server's first. */
  onFrame?(text: string): void;
}

/** One tab's connection, as the loader keeps it: says hello, comes back when the close code says so. */
export interface VisitorSocket {
  send(message: FromVisitor): void;
  /** Says goodbye and closes. */
  leave(): void;
  /** Falls silent, as a browser does whose machine lost power: nothing is answered, not even pings. */
  vanish(): void;
}

/** Longer than the server waits for a sign of life, ms. */
const SILENCE = 60_000;

export function openVisitorSocket(
  site: Site,
  person: Person,
  hello: (again: boolean) => VisitorHello,
  random: () => number,
  listener: Listener = {},
): VisitorSocket {
  const address = `${site.url.replace(/^http/, 'ws')}/ws/visitor?key=${site.key}`;
  const headers = {
    origin: new URL(site.url).origin,
    'user-agent': person.userAgent,
    'accept-language': person.place.language,
    'x-forwarded-for': person.ip,
  };
  let socket: WebSocket | null = null;
  let waiting: NodeJS.Timeout | undefined;
  let attempts = 0;
  let greeted = false;
  let answered = false;
  let over = false;

  function closed(code: number): void {
    socket = null;
    if (answered) listener.onClose?.();
    answered = false;
    if (over) return;
    const wait = waitBeforeAttempt(comeBackAfter(code), attempts, random());
    if (wait === null) {
      over = true;
      listener.onEnd?.(code);
      return;
    }
    attempts += 1;
    waiting = setTimeout(connect, wait);
  }

  function connect(): void {
    const opened = new WebSocket(address, { headers, perMessageDeflate: false, handshakeTimeout: 10_000 });
    socket = opened;
    opened.on('open', () => opened.send(JSON.stringify(hello(greeted))));
    opened.once('message', () => {
      listener.onOpen?.(greeted);
      answered = true;
      greeted = true;
      attempts = 0;
      opened.on('message', (data) => listener.onFrame?.(data.toString()));
    });
    opened.on('error', (error) => listener.onError?.(error));
    opened.on('close', closed);
  }

  function finish(): WebSocket | null {
    over = true;
    clearTimeout(waiting);
    return socket;
  }

  connect();
  return {
    send(message) {
      if (greeted && socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    leave() {
      const last = finish();
      if (last?.readyState === WebSocket.OPEN) last.send(JSON.stringify({ type: 'goodbye' } satisfies FromVisitor));
      last?.close(1000);
    },
    vanish() {
      const last = finish();
      last?.pause();
      // By then the server has noticed by itself; only our end of the connection is still to be freed.
      setTimeout(() => last?.terminate(), SILENCE);
    },
  };
}
