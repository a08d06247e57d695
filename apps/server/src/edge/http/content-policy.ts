type Directives = Readonly<Record<string, readonly string[]>>;

/** Lays directives out as a Content-Security-Policy header. */
export function contentPolicy(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/** The WebSocket form of an origin: older Safari does not count `ws:` under 'self'. */
const socketOrigin = (publicUrl: string): string => publicUrl.replace(/^http/, 'ws');

/**
 * The dashboard shows what strangers typed: nothing but its own files runs, and text never becomes markup (Trusted Types,
 * with no policy that could make any). The one policy there is makes the service worker's address, whatever it is asked for,
 * and only once: a second of its name is refused. The component library sets style attributes; style sheets come from files.
 */
export function dashboardPolicy(publicUrl: string): string {
  return contentPolicy({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'style-src-attr': ["'unsafe-inline'"],
    'connect-src': ["'self'", socketOrigin(publicUrl)],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'form-action': ["'self'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['vetrina-service-worker'],
  });
}

/** The dashboard's service worker answers from what it kept and asks its own server, nobody else. It has no page to write to. */
export function serviceWorkerPolicy(): string {
  return contentPolicy({
    'default-src': ["'none'"],
    'connect-src': ["'self'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  });
}

/** The demo shop is as strict as a careful customer's site: the snippet runs by its nonce, the loader by its address. */
export function demoShopPolicy(publicUrl: string, nonce: string): string {
  return contentPolicy({
    'default-src': ["'none'"],
    'script-src': ["'self'", `'nonce-${nonce}'`],
    'style-src': ["'self'"],
    'connect-src': ["'self'", socketOrigin(publicUrl)],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'self'"],
    'form-action': ["'self'"],
  });
}
