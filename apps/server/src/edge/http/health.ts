import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createClientIp, isOwnMachine } from '../../platform/client-ip.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { Refusal } from '../../platform/refusal.ts';

export type Readiness = 'starting' | 'ready' | 'draining';

const directIp = createClientIp({ kind: 'none' });

/** `/healthz` for load balancers (503 until ready and while draining) and `/metrics` for Prometheus. */
export function registerHealth(
  app: FastifyInstance,
  parts: { readonly readiness: () => Readiness; readonly metrics: Metrics; readonly metricsToken: string | null },
): void {
  app.get('/healthz', { schema: { hide: true } }, async (_request, reply) => {
    const state = parts.readiness();
    return reply
      .status(state === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ state });
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, parts.metricsToken)) throw new Refusal('not_found');
    return reply.type(parts.metrics.registry.contentType).send(await parts.metrics.registry.metrics());
  });
}

/** With a token: whoever has it. Without: this machine, directly; a proxy on it speaks for others and shows so. */
function mayRead(request: FastifyRequest, token: string | null): boolean {
  if (token !== null) {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
  const ip = directIp(request.socket.remoteAddress, request.headers);
  return isOwnMachine(ip);
}
