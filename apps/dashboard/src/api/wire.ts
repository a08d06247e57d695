import { ERRORS, type ErrorBody } from '@vetrina/protocol/errors';

/** `/visitors/:visitor` with its names filled in. */
export function fillPath(path: string, params: Readonly<Record<string, string>> = {}): string {
  return path.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** The body of a refused request; null when it is not one of ours, as from a proxy in front of the server. */
export function readRefusal(body: unknown): ErrorBody | null {
  if (typeof body !== 'object' || body === null || !('code' in body)) return null;
  return typeof body.code === 'string' && Object.hasOwn(ERRORS, body.code) ? (body as ErrorBody) : null;
}
