import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE } from '@vetrina/protocol/close-codes';
import { LIMITS } from '@vetrina/protocol/limits';
import { WebSocketServer } from 'ws';
import type { ClientIp } from '../platform/client-ip.ts';
import type { Clock } from '../platform/clock.ts';
import type { Counters } from '../platform/counters.ts';
import { Doorkeeper, type DoorLimits, type Knock } from './doorkeeper.ts';
import type { Peer, Socket } from './socket.ts';
import { wsSocket } from './ws-socket.ts';

export interface SocketsParts {
  readonly clock: Clock;
  readonly clientIp: ClientIp;
  /** Exact origins from which an agent's screen may connect. */
  readonly agentOrigins: readonly string[];
  readonly visitorGateway: { accept(socket: Socket, peer: Peer, key: string | null): void };
  readonly agentGateway: { accept(socket: Socket, peer: Peer): void };
  readonly counters: Counters;
  readonly limits: DoorLimits;
}

/** Longest request target and user agent that are looked at. */
const LONGEST_TARGET = 500;
const LONGEST_USER_AGENT = 512;
/** Ms a socket that is told to go has to answer; after them it is ended. */
const LEAVING = 2_000;

/**
 * Opens `/ws/visitor?key=…` and `/ws/agent` on the HTTP server. A foreign origin at the agents' door is refused before the
 * upgrade (403: only a hostile page asks), and so is an address that was told often enough that it is one too many (429);
 * everything else that is wrong is said with a close code, which scripts can read. `stopAdmitting`
 * lets nobody in any more (503) for the time of draining; after `close`, too, who was connected already is refused.
 */
export function attachSockets(server: Server, parts: SocketsParts): { stopAdmitting(): void; close(): void } {
  const { clock, counters, agentOrigins } = parts;
  const doorkeeper = new Doorkeeper(clock, parts.limits);
  const options = { noServer: true, perMessageDeflate: false, clientTracking: false } as const;
  const visitorDoor = new WebSocketServer({ ...options, maxPayload: LIMITS.visitorFrameBytes });
  const agentDoor = new WebSocketServer({ ...options, maxPayload: LIMITS.agentFrameBytes });
  let admitting = true;
  const unreadable = (_error: Error, raw: Duplex) => refuse(raw, '400 Bad Request', 'bad-handshake');
  for (const door of [visitorDoor, agentDoor]) door.on('wsClientError', unreadable);

  const refuse = (raw: Duplex, status: string, because: string) => {
    counters.count('upgrades_refused', because);
    raw.on('error', () => undefined);
    // Node leaves its side open to peers that never close theirs: they would pile up, and the server could not end.
    raw.once('finish', () => raw.destroy());
    raw.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };

  const open = (
    door: WebSocketServer,
    request: IncomingMessage,
    raw: Duplex,
    head: Buffer,
    knock: Knock,
    accept: (socket: Socket) => void,
  ) => {
    door.handleUpgrade(request, raw, head, (ws) => {
      const socket = wsSocket(ws, (fault) => counters.count('frames_refused', fault));
      if (knock === 'welcome') return accept(socket);
      counters.count('sockets_closed', 'tooManyConnections');
      socket.close(CLOSE.tooManyConnections.code, CLOSE.tooManyConnections.reason);
      socket.onClose(clock.after(LEAVING, () => socket.terminate()));
    });
  };

  const upgrade = (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    if (!admitting) return refuse(raw, '503 Service Unavailable', 'draining');
    const peer = peerOf(parts.clientIp, request);
    const knock = doorkeeper.knock(peer.ip);
    if (knock === 'refused') return refuse(raw, '429 Too Many Requests', 'too-many-from-address');
    if (knock === 'overloaded') return refuse(raw, '503 Service Unavailable', 'overloaded');
    raw.once('close', () => doorkeeper.leave(peer.ip, knock));
    const target = targetOf(request);
    if (target?.pathname === '/ws/visitor') {
      const key = target.searchParams.get('key');
      return open(visitorDoor, request, raw, head, knock, (socket) => parts.visitorGateway.accept(socket, peer, key));
    }
    if (target?.pathname === '/ws/agent') {
      if (!agentOrigins.includes(request.headers.origin ?? '')) return refuse(raw, '403 Forbidden', 'foreign-origin');
      return open(agentDoor, request, raw, head, knock, (socket) => parts.agentGateway.accept(socket, peer));
    }
    return refuse(raw, '404 Not Found', 'unknown-path');
  };
  server.on('upgrade', upgrade);

  return {
    stopAdmitting() {
      admitting = false;
    },
    close() {
      // The listener stays: whoever was connected already may still ask to come in, and a socket that nobody answers would
      // hold up the server's end for ever.
      admitting = false;
      doorkeeper.stop();
    },
  };
}

function targetOf({ url = '' }: IncomingMessage): URL | null {
  return url.length > LONGEST_TARGET ? null : URL.parse(url, 'http://any');
}

function peerOf(clientIp: ClientIp, { socket, headers }: IncomingMessage): Peer {
  return {
    ip: clientIp(socket.remoteAddress, headers),
    origin: headers.origin ?? null,
    userAgent: (headers['user-agent'] ?? '').slice(0, LONGEST_USER_AGENT),
    acceptLanguage: headers['accept-language'] ?? null,
  };
}
