/** What a request is to the worker: `page` and `file` it answers, `nothing` goes to the network as if there were no worker. */
export type Asked = 'page' | 'file' | 'nothing';

/** The server's own doors, and other parts of it that are no dashboard: as `isPage` of the server's `static-files.ts` has it. */
const NO_PAGE = /^\/(?:api|ws|widget|assets|box|demo)(?:\/|$)|\.[a-z0-9]+$/i;

/** Decides by the request alone. Files are what the build named by their content: they never change, everything else may. */
export function whatToAnswer(request: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): Asked {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return 'nothing';
  if (request.mode === 'navigate') return NO_PAGE.test(url.pathname) ? 'nothing' : 'page';
  return url.pathname.startsWith('/assets/') ? 'file' : 'nothing';
}
