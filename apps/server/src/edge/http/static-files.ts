import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Metrics } from '../../platform/metrics.ts';
import { Refusal } from '../../platform/refusal.ts';
import { serviceWorkerPolicy } from './content-policy.ts';
import { bodyOf } from './refuse.ts';

export interface StaticFolders {
  /** The built dashboard. */
  readonly dashboard: string;
  /** The built loader and chat box. */
  readonly widget: string;
}

/** Five minutes: customers' pages carry the address for years, and a fix has to reach them soon. */
const NAMED_FOR_GOOD = 'public, max-age=300';
/** For what carries a hash of its content in its name. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The loader and the chat box for every site of the world, and the dashboard for everything that is no other route. */
export function serveStaticFiles(app: FastifyInstance, folders: StaticFolders, metrics: Metrics): void {
  // Handlers answer nothing to Fastify: awaiting a reply hangs listeners on it, and a fallback would wait for itself.
  const toEverySite = (reply: FastifyReply, file: string, cacheControl: string): void => {
    reply.header('cache-control', cacheControl);
    reply.header('cross-origin-resource-policy', 'cross-origin');
    reply.header('access-control-allow-origin', '*');
    reply.sendFile(file, folders.widget, { cacheControl: false });
  };
  for (const file of ['loader.js', 'box.js', 'rules.js']) {
    app.get(`/${file}`, { schema: { hide: true } }, (_request, reply) => toEverySite(reply, file, NAMED_FOR_GOOD));
  }
  app.get('/box/*', { schema: { hide: true } }, (request, reply) =>
    toEverySite(reply, `box/${(request.params as { '*': string })['*']}`, FOR_EVER),
  );

  app.get('/service-worker.js', { schema: { hide: true } }, (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    reply.header('content-security-policy', serviceWorkerPolicy());
    reply.sendFile('service-worker.js', folders.dashboard, { cacheControl: false });
  });

  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    if (isPage(`/${path}`)) {
      reply.callNotFound();
      return;
    }
    // Built assets carry their hash; all other files are asked for anew.
    reply.header('cache-control', path.startsWith('assets/') ? FOR_EVER : 'no-cache');
    reply.sendFile(path, folders.dashboard, { cacheControl: false });
  });

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (request.method !== 'GET' || !isPage(path)) {
      metrics.refusals.inc({ code: 'not_found' });
      reply.header('cache-control', 'no-store');
      reply
        .status(404)
        .type('application/json')
        .send(JSON.stringify(bodyOf(new Refusal('not_found'))));
    } else if (existsSync(join(folders.dashboard, 'index.html'))) {
      reply.header('cache-control', 'no-cache');
      reply.sendFile('index.html', folders.dashboard, { cacheControl: false });
    } else {
      reply
        .status(503)
        .type('text/plain')
        .send('The dashboard is not built yet. `npm start` and `npm run demo` build it.');
    }
  });
}

/** An address the dashboard's own router may know: not the API's, not the sockets', not a missing file. */
function isPage(path: string): boolean {
  return (
    path === '/index.html' || (!/^\/(api|ws|widget|assets|box|demo)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path))
  );
}
