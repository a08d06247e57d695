import { WebSocket } from 'ws';

/** A socket that is opened again and again until it is closed for good, and can be cut at any moment. */
export class Line {
  readonly #dial: () => Promise<WebSocket>;
  readonly #heard: (frame: string) => void;
  readonly #down: () => void;
  readonly #random: () => number;
  #socket: WebSocket | null = null;
  #over = false;
  #waiting: NodeJS.Timeout | undefined;

  /** @param dial resolves with a socket that is being opened; may reject while the server is away */
  constructor(dial: () => Promise<WebSocket>, heard: (frame: string) => void, down: () => void, random: () => number) {
    this.#random = random;
    this.#dial = dial;
    this.#heard = heard;
    this.#down = down;
    void this.#connect();
  }

  /** What is sent on a dead line is lost, as in life. */
  send(frame: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** The network is gone; nobody is told. */
  cut(): void {
    this.#socket?.terminate();
  }

  close(): void {
    this.#over = true;
    clearTimeout(this.#waiting);
    this.#socket?.close();
  }

  async #connect(): Promise<void> {
    try {
      const socket = await this.#dial();
      this.#socket = socket;
      socket.on('message', (data) => {
        if (this.#socket === socket) this.#heard(data.toString());
      });
      socket.on('error', () => undefined);
      socket.on('close', () => this.#ended(socket));
    } catch {
      this.#again();
    }
  }

  #ended(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    this.#down();
    this.#again();
  }

  #again(): void {
    if (!this.#over) this.#waiting = setTimeout(() => void this.#connect(), 30 + this.#random() * 120);
  }
}
