import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createClientIp, isLoopback, isOwnMachine } from '../../platform/client-ip.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { Refusal } from '../../platform/refusal.ts';

export type Readiness = 'starting' | 'ready' | 'draining';

const directIp = createClientIp({ kind: 'none' });

interface HealthParts {
  readonly readiness: () => Readiness;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  readonly publicUrl: string;
}

/** `/healthz` for load balancers (503 until ready and while draining) and `/metrics` for Prometheus. */
export function registerHealth(app: FastifyInstance, parts: HealthParts): void {
  app.get('/healthz', { schema: { hide: true } }, async (_request, reply) => {
    const state = parts.readiness();
    return reply
      .status(state === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ state });
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, parts)) throw new Refusal('not_found');
    return reply.type(parts.metrics.registry.contentType).send(await parts.metrics.registry.metrics());
  });
}

/**
 * With a token: whoever has it. Without: this machine, directly, as long as the server is for this machine alone. Behind a
 * proxy on it everybody comes from it, and not every proxy says that it speaks for others.
 */
function mayRead(request: FastifyRequest, { metricsToken: token, publicUrl }: HealthParts): boolean {
  if (token !== null) {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
  return (
    isLoopback(new URL(publicUrl).hostname) && isOwnMachine(directIp(request.socket.remoteAddress, request.headers))
  );
}
