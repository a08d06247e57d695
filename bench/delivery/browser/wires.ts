import { WebSocket } from 'ws';
import type { Life } from './life.ts';

/** What the network still carries in its last moment: what the page says, with no answer to it, or nothing. */
export type LastGasp = 'questions' | 'nothing';

export interface Wires {
  /** The class as one page finds it. */
  readonly WebSocket: typeof globalThis.WebSocket;
  /** The network goes. For `ms` frames vanish and nobody knows, then every line is dead. */
  cut(lastGasp: LastGasp, ms: number): void;
}

/** A line that was closed and hears nothing more is let go of after this, ms. */
const LAST_WORDS = 1_000;

/**
 * The sockets of one page: real ones, over a network that can go away.
 *
 * @param overheard every frame that reaches the page, right before the page hears it
 */
export function wiresOf(
  life: Life,
  headers: Readonly<Record<string, string>>,
  overheard: (frame: string) => void,
): Wires {
  const open = new Set<PageSocket>();

  class PageSocket {
    onopen: (() => void) | null = null;
    onmessage: ((event: { readonly data: string }) => void) | null = null;
    onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
    readonly #socket: WebSocket;
    #carries: LastGasp | 'everything' = 'everything';

    constructor(address: string) {
      this.#socket = new WebSocket(address, { headers, perMessageDeflate: false, handshakeTimeout: 5_000 });
      open.add(this);
      this.#socket.on('open', () => life.tell(() => this.onopen?.()));
      this.#socket.on('message', (data) => life.tell(() => this.#heard(data.toString())));
      this.#socket.on('error', () => undefined);
      this.#socket.on('close', (code, reason) => {
        open.delete(this);
        life.tell(() => this.onclose?.({ code, reason: reason.toString() }));
      });
    }

    get readyState(): number {
      return this.#socket.readyState;
    }

    send(text: string): void {
      if (this.#carries !== 'nothing') this.#socket.send(text);
    }

    close(): void {
      this.#socket.close();
      setTimeout(() => this.#socket.terminate(), LAST_WORDS);
    }

    cut(lastGasp: LastGasp, ms: number): void {
      this.#carries = lastGasp;
      if (ms === 0) this.#socket.terminate();
      else setTimeout(() => this.#socket.terminate(), ms);
    }

    #heard(frame: string): void {
      if (this.#carries !== 'everything') return;
      overheard(frame);
      this.onmessage?.({ data: frame });
    }
  }

  life.atEnd(() => {
    for (const socket of open) socket.close();
  });
  return {
    WebSocket: PageSocket as unknown as typeof globalThis.WebSocket,
    cut(lastGasp, ms) {
      for (const socket of open) socket.cut(lastGasp, ms);
    },
  };
}
