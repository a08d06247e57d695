import type { IncomingHttpHeaders } from 'node:http';
import { isOwnMachine } from '../../platform/client-ip.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Did the dashboard itself send this request? Browsers put `Origin` on every mutation. Accepted are the public address,
 * and, on the machine itself, whatever loopback name it was opened under (`localhost` for `127.0.0.1`): to anybody else
 * `localhost` is their own. A request without `Origin` is not from a dashboard.
 */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders, publicUrl: string, ip: string): boolean {
  if (origin === undefined) return false;
  if (origin === publicUrl) return true;
  if (!isOwnMachine(ip)) return false;
  const url = URL.parse(origin);
  return url !== null && LOOPBACK.has(url.hostname) && url.host === host;
}

/** The origins a dashboard on this server can have, for doors that compare exactly (sockets). */
export function ownOrigins(publicUrl: string, port: number): readonly string[] {
  const local = [...LOOPBACK].map((name) => new URL(`http://${name}:${port}`).origin);
  return [...new Set([publicUrl, ...(LOOPBACK.has(new URL(publicUrl).hostname) ? local : [])])];
}
