import type { RawData, WebSocket } from 'ws';
import type { Socket } from './socket.ts';

/** A `Socket` of a real one. Errors of the transport end in `close`, which `ws` always emits after them. */
export function wsSocket(ws: WebSocket): Socket {
  ws.on('error', () => undefined);
  return {
    send(text) {
      if (ws.readyState === ws.OPEN) ws.send(text);
    },
    close: (code, reason) => ws.close(code, reason),
    terminate: () => ws.terminate(),
    ping() {
      if (ws.readyState === ws.OPEN) ws.ping();
    },
    get bufferedAmount() {
      return ws.bufferedAmount;
    },
    onMessage(listener) {
      ws.removeAllListeners('message');
      ws.on('message', (data) => listener(bytesOf(data)));
    },
    onClose(listener) {
      ws.removeAllListeners('close');
      ws.on('close', listener);
    },
    onPong(listener) {
      ws.removeAllListeners('pong');
      ws.on('pong', () => listener());
    },
  };
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}
