import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Counters } from '../../platform/counters.ts';
import type { Log } from '../../platform/log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { dashboardPolicy } from './content-policy.ts';
import { type DemoShop, serveDemoShop } from './demo-shop.ts';
import { type FileDoorParts, openFileDoors } from './file-doors.ts';
import { type Readiness, registerHealth } from './health.ts';
import { refusals } from './refuse.ts';
import { type RouteParts, registerRoutes } from './register-routes.ts';
import { limitRequests, type RequestLimitParts } from './request-limits.ts';
import { type StaticFolders, serveStaticFiles } from './static-files.ts';

export interface HttpParts extends RouteParts, Omit<RequestLimitParts, 'refused'> {
  readonly folders: StaticFolders;
  /** null outside the demo. */
  readonly demoShop: DemoShop | null;
  readonly files: FileDoorParts;
  readonly readiness: () => Readiness;
  readonly metricsToken: string | null;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly counters: Counters;
}

const LARGEST_BODY = 64 * 1024;
/** Ms to say what is wanted, upgrades included, and how often that is looked after: Node's own minute invites slow peers. */
const SLOW_PEERS = { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 };

/** A file of `LIMITS.fileBytes` at 0.5 Mbit/s, ms. What is no file has `limitRequests` to hurry it. */
const SLOWEST_UPLOAD = 300_000;
/** Ms without a byte in either direction: who asked for a file and does not read it. */
const STALLED = 60_000;
/** Places to upload to carry what they are good for. */
const LONGEST_PARAMETER = 200;

/** The HTTP side of the server, not yet listening. `app.server` is what sockets attach to. */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const refuse = refusals(parts.log, parts.metrics);
  const app = Fastify({
    logger: false,
    bodyLimit: LARGEST_BODY,
    requestTimeout: SLOWEST_UPLOAD,
    connectionTimeout: STALLED,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    http: SLOW_PEERS,
    frameworkErrors: (error, request, reply) => refuse(error, request, reply),
    forceCloseConnections: 'idle',
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  limitRequests(app, { ...parts, refused: (because) => parts.counters.count('http_cut', because) });
  onlyJson(app);
  app.setErrorHandler(refuse);
  measure(app, parts.metrics);
  await secureHeaders(app, parts.publicUrl);
  // The build leaves compressed versions beside its texts: a browser is sent the smallest that it can read.
  await app.register(fastifyStatic, { serve: false, root: parts.folders.dashboard, preCompressed: true });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Vetrina', version: '1', description: 'Everything the dashboard does.' },
    },
    transform: jsonSchemaTransform,
  });
  // In a context of their own, so that the description, collected as routes are added, holds all of them.
  await app.register((scope, _options, done) => {
    registerRoutes(scope, parts);
    allowEveryOrigin(scope);
    done();
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  openFileDoors(app, parts.files);
  registerHealth(app, parts);
  if (parts.demoShop !== null) serveDemoShop(app, parts.demoShop, parts.publicUrl);
  serveStaticFiles(app, parts.folders, parts.metrics, parts.publicUrl);
  return app;
}

/** JSON is the only body there is; none at all is `undefined`. Keys that would reach prototypes are refused. */
function onlyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
}

function measure(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.httpSeconds.observe(
      { route: request.routeOptions.url ?? 'none', method: request.method, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
}

async function secureHeaders(app: FastifyInstance, publicUrl: string): Promise<void> {
  const policy = dashboardPolicy(publicUrl);
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: publicUrl.startsWith('https://') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', policy);
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  });
}

/** What the loader asks from customers' pages: readable everywhere, carrying nobody's cookies, kept for a minute. */
function allowEveryOrigin(scope: FastifyInstance): void {
  scope.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/widget/')) return;
    reply.header('access-control-allow-origin', '*');
    reply.header('cross-origin-resource-policy', 'cross-origin');
    reply.header('cache-control', reply.statusCode === 200 ? 'public, max-age=60' : 'no-store');
  });
}
