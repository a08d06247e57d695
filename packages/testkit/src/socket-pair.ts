/** What a socket carried: text as sent, or the end of it. */
type Carried = { readonly text: string } | { readonly code: number; readonly reason: string };

/** One end of a socket as server code sees it; has the shape of `edge/socket.ts`. */
export interface ServerEnd {
  send(text: string): void;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  readonly bufferedAmount: number;
  onMessage(listener: (data: Uint8Array) => void): void;
  onClose(listener: (code: number) => void): void;
  onPong(listener: () => void): void;
}

/**
 * Two ends of a socket in memory. Frames arrive at once until `hold()`; held frames count as the server's
 * `bufferedAmount` (a slow reader) until `flush()`. A silent pair (`goSilent()`) neither answers pings nor reports an end,
 * as a browser whose machine lost its network.
 */
export class SocketPair {
  readonly server: ServerEnd;
  /** Every text the client received so far, oldest first. */
  readonly received: string[] = [];
  /** How the socket ended, seen from the client; null while it is open. */
  ended: { readonly code: number; readonly reason: string } | null = null;
  #held: Carried[] | null = null;
  #heldBytes = 0;
  #silent = false;
  #serverKnowsEnd = false;
  #message: (data: Uint8Array) => void = () => undefined;
  #close: (code: number) => void = () => undefined;
  #pong: () => void = () => undefined;
  #client: (text: string) => void = () => undefined;

  constructor() {
    const pair = this;
    this.server = {
      send: (text) => pair.#carry({ text }),
      close: (code, reason) => {
        pair.#carry({ code, reason });
        pair.#endAtServer(code);
      },
      terminate: () => {
        pair.#endAtClient({ code: 1006, reason: '' });
        pair.#endAtServer(1006);
      },
      ping: () => {
        if (!pair.#silent && pair.ended === null) pair.#pong();
      },
      get bufferedAmount() {
        return pair.#heldBytes;
      },
      onMessage: (listener) => {
        pair.#message = listener;
      },
      onClose: (listener) => {
        pair.#close = listener;
      },
      onPong: (listener) => {
        pair.#pong = listener;
      },
    };
  }

  /** Calls back with each text as it reaches the client. */
  onText(listener: (text: string) => void): void {
    this.#client = listener;
  }

  /** The client sends text or raw bytes. */
  sendToServer(data: string | Uint8Array): void {
    if (this.ended !== null || this.#silent || this.#serverKnowsEnd) return;
    this.#message(typeof data === 'string' ? Buffer.from(data) : data);
  }

  /** The client closes; the server hears of it at once. */
  closeFromClient(code = 1001): void {
    this.#endAtClient({ code, reason: '' });
    this.#endAtServer(code);
  }

  /** From now on nothing passes and nobody is told. */
  goSilent(): void {
    this.#silent = true;
  }

  /** Stops delivery to the client. */
  hold(): void {
    this.#held ??= [];
  }

  /** Delivers what was held, and delivers at once again. */
  flush(): void {
    const held = this.#held ?? [];
    this.#held = null;
    this.#heldBytes = 0;
    for (const carried of held) this.#deliver(carried);
  }

  #carry(carried: Carried): void {
    if (this.ended !== null || this.#serverKnowsEnd || this.#silent) return;
    if (this.#held === null) {
      this.#deliver(carried);
      return;
    }
    this.#held.push(carried);
    if ('text' in carried) this.#heldBytes += Buffer.byteLength(carried.text);
  }

  #deliver(carried: Carried): void {
    if ('text' in carried) {
      this.received.push(carried.text);
      this.#client(carried.text);
    } else this.#endAtClient(carried);
  }

  #endAtClient(end: { readonly code: number; readonly reason: string }): void {
    this.ended ??= end;
  }

  #endAtServer(code: number): void {
    if (this.#serverKnowsEnd) return;
    this.#serverKnowsEnd = true;
    this.#close(code);
  }
}
