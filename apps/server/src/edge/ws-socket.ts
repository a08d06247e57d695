import type { RawData, WebSocket } from 'ws';
import type { Socket } from './socket.ts';

/** Why `ws` itself ended a socket: a frame past `maxPayload`, too many fragments, or bytes that are no WebSocket frames. */
export type TransportFault = 'too-large' | 'too-many' | 'broken';

/**
 * A `Socket` of a real one. Errors of the transport end in `close`, which `ws` always emits after them; those the peer
 * is to blame for are told to `onFault`.
 */
export function wsSocket(ws: WebSocket, onFault: (fault: TransportFault) => void): Socket {
  ws.on('error', (error) => {
    const fault = faultOf(error);
    if (fault !== null) onFault(fault);
  });
  return new WsSocket(ws);
}

/** Null: the network's doing, not the peer's. */
function faultOf({ code }: NodeJS.ErrnoException): TransportFault | null {
  switch (code) {
    case 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH':
    case 'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH':
      return 'too-large';
    case 'WS_ERR_TOO_MANY_BUFFERED_PARTS':
      return 'too-many';
    default:
      return code?.startsWith('WS_ERR_') ? 'broken' : null;
  }
}

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
