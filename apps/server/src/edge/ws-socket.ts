import type { RawData, WebSocket } from 'ws';
import type { Socket } from './socket.ts';

/** A `Socket` of a real one. Errors of the transport end in `close`, which `ws` always emits after them. */
export function wsSocket(ws: WebSocket): Socket {
  ws.on('error', ignore);
  return new WsSocket(ws);
}

const ignore = (): void => undefined;

/** A class, because there is one for every visitor: its methods are shared, closures would not be. */
class WsSocket implements Socket {
  readonly #ws: WebSocket;

  constructor(ws: WebSocket) {
    this.#ws = ws;
  }

  get bufferedAmount(): number {
    return this.#ws.bufferedAmount;
  }

  send(text: string): void {
    if (this.#ws.readyState === this.#ws.OPEN) this.#ws.send(text);
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason);
  }

  terminate(): void {
    this.#ws.terminate();
  }

  ping(): void {
    if (this.#ws.readyState === this.#ws.OPEN) this.#ws.ping();
  }

  onMessage(listener: (data: Uint8Array) => void): void {
    this.#ws.removeAllListeners('message');
    this.#ws.on('message', (data) => listener(bytesOf(data)));
  }

  onClose(listener: (code: number) => void): void {
    this.#ws.removeAllListeners('close');
    this.#ws.on('close', listener);
  }

  onPong(listener: () => void): void {
    this.#ws.removeAllListeners('pong');
    this.#ws.on('pong', listener);
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}
