/**
 * What Vetrina is measured beside: a bare `ws` server that parses each frame and does nothing but echo messages, and with
 * `--relay` one that also passes each watched page view on to the agent who asked for it. Its port comes from the system; it prints
 * the same `ready:` line as the real server.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

const relay = process.argv.includes('--relay');
/** Word in an address → the screen that looks for it. */
const watchers = new Map<string, WebSocket>();
const http = createServer((_, response) => response.end('ok'));
const server = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: 65_536 });

interface Frame {
  readonly type?: string;
  readonly query?: string;
  readonly page?: { readonly url: string; readonly title: string };
}

function handle(socket: WebSocket, frame: Frame): void {
  const { type, query, page } = frame;
  if (type === 'hello') socket.send('{"type":"welcome"}');
  if (type === 'watch' && query) watchers.set(query, socket);
  if (type === 'say') socket.send(JSON.stringify(frame));
  const word = relay && page && type === 'page-viewed' ? page.url.split('/')[4] : undefined;
  if (word) watchers.get(word)?.send(JSON.stringify({ type: 'patch', title: page?.title }));
}

server.on('connection', (socket) => {
  socket.on('message', (data) => handle(socket, JSON.parse(data.toString()) as Frame));
  socket.on('error', () => socket.terminate());
});
process.on('SIGTERM', () => process.exit(0));
http.listen(0, '127.0.0.1', () => console.log(`ready: http://127.0.0.1:${(http.address() as AddressInfo).port}`));
