import { errorBody } from '@vetrina/protocol/errors';
import { ROLES, type Role } from '@vetrina/protocol/http/account';
import type { Route } from '@vetrina/protocol/http/route';
import { ROUTES, type RouteName } from '@vetrina/protocol/http/routes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../accounts/who-is-it.ts';
import type { ClientIp } from '../../platform/client-ip.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Call, Handlers } from './handlers.ts';
import { isOwnOrigin } from './own-origin.ts';

export interface RouteParts {
  readonly handlers: Handlers;
  readonly whoIsIt: (cookie: string | undefined) => Promise<Caller | null>;
  readonly clientIp: ClientIp;
  readonly publicUrl: string;
}

/** Owner may do what admin may, admin what agent may. */
const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) <= ROLES.indexOf(least);

/** Registers the table of `protocol/http/routes`: origin, role, params and body are settled before a handler runs. */
export function registerRoutes(app: FastifyInstance, parts: RouteParts): void {
  const names = Object.keys(ROUTES) as RouteName[];
  const strays = [
    ...names.filter((name) => typeof parts.handlers[name] !== 'function'),
    ...Object.keys(parts.handlers).filter((name) => !(name in ROUTES)),
  ];
  if (strays.length > 0) throw new Error(`routes and handlers differ: ${strays.join(', ')}`);
  for (const name of names) register(app, parts, name, ROUTES[name]);
}

function register(app: FastifyInstance, parts: RouteParts, name: RouteName, route: Route): void {
  const { method, path, who, answer } = route;
  // The table ties the handler's type to its schemas; here, where every route passes, only their agreement is known.
  const handle = parts.handlers[name] as (call: Call<RouteName>) => Promise<unknown>;
  app.route({
    method,
    url: path,
    schema: {
      operationId: name,
      tags: [path.split('/')[3] ?? 'widget'],
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { querystring: route.query }),
      ...(route.body === undefined ? {} : { body: route.body }),
      response: { ...(answer === undefined ? {} : { 200: answer }), '4xx': errorBody, '5xx': errorBody },
    },
    onRequest: async (request) => {
      if (method !== 'GET') demandOwnPage(parts, request);
    },
    handler: async (request, reply) => {
      const caller = who === 'anyone' ? null : await demandRole(parts, request, who);
      const call = callOf(parts, request, reply, caller);
      const result = await handle(call as Call<RouteName>);
      if (path.startsWith('/api/')) reply.header('cache-control', 'no-store');
      return answer === undefined ? reply.status(204).send() : result;
    },
  });
}

/** Another site can neither send our `Origin` nor, without asking first, this content type. */
function demandOwnPage(parts: RouteParts, request: FastifyRequest): void {
  if (!isOwnOrigin(request.headers, parts.publicUrl, ipOf(parts, request))) throw new Refusal('foreign_origin');
  if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new Refusal('bad_request', { fields: { 'content-type': 'must be application/json' } });
  }
}

async function demandRole(parts: RouteParts, request: FastifyRequest, least: Role): Promise<Caller> {
  const caller = await parts.whoIsIt(request.headers.cookie);
  if (caller === null) throw new Refusal('not_signed_in');
  if (!isAtLeast(caller.actor.role, least)) throw new Refusal('forbidden');
  return caller;
}

const ipOf = ({ clientIp }: RouteParts, request: FastifyRequest): string =>
  clientIp(request.socket.remoteAddress, request.headers);

function callOf(parts: RouteParts, request: FastifyRequest, reply: FastifyReply, caller: Caller | null) {
  return {
    caller,
    params: request.params,
    query: request.query,
    body: request.body,
    ip: ipOf(parts, request),
    cookie: request.headers.cookie,
    setCookies: (cookies: readonly string[]) => void reply.header('set-cookie', [...cookies]),
  };
}
