import type { FromPage } from '../src/app-shell/worker-messages.ts';
import { cacheName, outlived, PAGE, type ShellFiles } from './shell-files.ts';
import { whatToAnswer } from './what-to-answer.ts';

/** A network that says nothing for so long is none, ms: the page is drawn from what is kept. */
const PATIENCE = 5_000;

/** The part of the browser that keeping a shell needs. */
export interface ShellScope {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request, init?: RequestInit) => Promise<Response>;
  readonly location: { readonly origin: string };
}

/** N1: puts a build's files by. All or none: a half shell would open to a blank screen. */
export async function installShell({ caches, location }: ShellScope, files: ShellFiles): Promise<void> {
  const cache = await caches.open(cacheName(files));
  // The page past the browser's own cache, which may hold the one of the version before.
  await cache.addAll(files.paths.map((path) => new Request(location.origin + path, { cache: cacheMode(path) })));
}

function cacheMode(path: string): RequestCache {
  return path === PAGE ? 'reload' : 'default';
}

/** N1: this version has taken over; what no open page can need any more goes. */
export async function tidyShells({ caches }: ShellScope, files: ShellFiles): Promise<void> {
  const gone = outlived(await caches.keys(), cacheName(files));
  await Promise.all(gone.map((name) => caches.delete(name)));
}

/** N1: the answer to a request, or null if it is none of the worker's business. */
export function answerFromShell(scope: ShellScope, files: ShellFiles, request: Request): Promise<Response> | null {
  switch (whatToAnswer(request, scope.location.origin)) {
    case 'page':
      return pageFor(scope, files, request);
    case 'file':
      return fileFor(scope, files, request);
    case 'nothing':
      return null;
  }
}

/** The network's page, so that an update is seen at once; the kept one when there is no network, or no server behind it. */
async function pageFor(
  { caches, fetch, location }: ShellScope,
  files: ShellFiles,
  request: Request,
): Promise<Response> {
  const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
  if (fresh && fresh.status < 500) return fresh;
  const cache = await caches.open(cacheName(files));
  return (await cache.match(location.origin + PAGE)) ?? fresh ?? Response.error();
}

/** From what is kept, of whatever version: the name says the content. What is used once is kept as well. */
async function fileFor({ caches, fetch }: ShellScope, files: ShellFiles, request: Request): Promise<Response> {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) {
    const copy = fresh.clone();
    const cache = await caches.open(cacheName(files));
    await cache.put(request.url, copy);
  }
  return fresh;
}

/** What the page asks of its worker. `answer` reaches the page that asked. */
export interface Hearing {
  readonly skipWaiting: () => Promise<void>;
  readonly answer: (isOwn: boolean) => void;
}

/** N2: hears a page. One that already runs this very version needs no reload: the worker takes over in silence. */
export async function hearPage(
  scope: ShellScope,
  files: ShellFiles,
  message: FromPage,
  { skipWaiting, answer }: Hearing,
): Promise<void> {
  switch (message.kind) {
    case 'take-over':
      return skipWaiting();
    case 'whose-page': {
      const isOwn = files.paths.includes(message.entry);
      answer(isOwn);
      return isOwn ? skipWaiting() : undefined;
    }
    case 'keep':
      return keepUsed(scope, files, message.paths);
  }
}

/** What a page had fetched before there was a worker, its language for one. What cannot be had is left out. */
async function keepUsed({ caches, location }: ShellScope, files: ShellFiles, paths: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName(files));
  const wanted = paths.filter((path) => path.startsWith('/assets/')).map((path) => location.origin + path);
  await Promise.all(wanted.map(async (url) => (await cache.match(url)) ?? cache.add(url).catch(() => undefined)));
}
