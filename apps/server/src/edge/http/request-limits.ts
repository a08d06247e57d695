import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type ClientIp, countedAs, isOwnMachine } from '../../platform/client-ip.ts';
import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { UPLOAD_ROUTE } from './file-doors.ts';

export interface HttpLimits {
  /** HTTP connections from one address, and requests under way: an office in which everybody opens a page at once. */
  readonly perAddress: number;
  /** HTTP connections in all. Sockets do not count: they have room of their own. */
  readonly connections: number;
}

export interface RequestLimitParts {
  readonly clock: Clock;
  readonly clientIp: ClientIp;
  /** Does this address speak for others? Its connections are theirs, so that only their requests are counted apart. */
  readonly isProxy: (address: string | undefined) => boolean;
  readonly limits: HttpLimits;
  /** Told of every connection that is cut. */
  readonly refused: (because: 'too-many-connections' | 'slow-body') => void;
}

/** Ms for a body of 64 KB. Node knows one limit for all requests, and that is made for uploads. */
const SLOWEST_BODY = 15_000;
const SWEEP = 1_000;

/**
 * What plain HTTP may take: connections of one address and in all, requests under way of one address behind a proxy, and
 * time for a body. Without it one address fills the table of open files, which the database needs as well.
 */
export function limitRequests(app: FastifyInstance, parts: RequestLimitParts): void {
  limitConnections(app.server, parts);
  const underWay = new Tally(parts.limits.perAddress);
  app.addHook('onRequest', async (request, reply) => {
    const ip = parts.clientIp(request.socket.remoteAddress, request.headers);
    if (!isOwnMachine(ip)) {
      const name = countedAs(ip);
      if (!underWay.enter(name)) throw new Refusal('too_many_requests', { retryAfterMs: 1_000 });
      reply.raw.once('close', () => underWay.leave(name));
    }
    if (request.routeOptions.url !== UPLOAD_ROUTE) cutSlowBody(parts, request.raw);
  });
}

function limitConnections(server: Server, { clock, limits, isProxy, refused }: RequestLimitParts): void {
  const open = new Tally(limits.perAddress);
  const held = new Map<Socket, string | null>();
  const letGo = (socket: Socket) => {
    const name = held.get(socket);
    held.delete(socket);
    if (name != null) open.leave(name);
  };
  let sweptAt = 0;
  /** Connections kept open for one more request stand in the way of one that has it. Not for each refusal: a flood has many. */
  const closeIdle = () => {
    if (clock.now() - sweptAt < SWEEP) return;
    sweptAt = clock.now();
    server.closeIdleConnections();
  };
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    const name = isOwnMachine(plain(remoteAddress)) || isProxy(remoteAddress) ? null : countedAs(plain(remoteAddress));
    if (held.size >= limits.connections || (name !== null && !open.enter(name))) {
      refused('too-many-connections');
      closeIdle();
      socket.destroy();
      return;
    }
    held.set(socket, name);
    socket.once('close', () => letGo(socket));
  });
  // From here on it is the doorkeeper's.
  server.on('upgrade', (_request, socket) => letGo(socket as Socket));
}

function cutSlowBody({ clock, refused }: RequestLimitParts, request: IncomingMessage): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if ((length === undefined || length === '0') && encoding === undefined) return;
  const cancel = clock.after(SLOWEST_BODY, () => {
    refused('slow-body');
    request.destroy();
  });
  request.once('end', cancel);
  request.once('close', cancel);
}

/** How many each name has now, at most so many. */
class Tally {
  readonly #most: number;
  readonly #counts = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  enter(name: string): boolean {
    const count = this.#counts.get(name) ?? 0;
    if (count >= this.#most) return false;
    this.#counts.set(name, count + 1);
    return true;
  }

  leave(name: string): void {
    const count = this.#counts.get(name) ?? 0;
    if (count > 1) this.#counts.set(name, count - 1);
    else this.#counts.delete(name);
  }
}

/** IPv4 out of its IPv6 form, in which a socket that listens on `::` names it. */
const plain = (address: string): string => address.replace(/^::ffff:/i, '');
