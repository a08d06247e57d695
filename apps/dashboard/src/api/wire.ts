import { ERRORS, type ErrorBody } from '@vetrina/protocol/errors';

/** `/visitors/:visitor` with its names filled in. */
export function fillPath(path: string, params: Readonly<Record<string, string>> = {}): string {
  return path.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** `?text=x&limit=50`; what is not said stays away, and nothing said gives nothing. */
export function writeQuery(query: Readonly<Record<string, string | number | undefined>> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

/** The body of a refused request; null when it is not one of ours, as from a proxy in front of the server. */
export function readRefusal(body: unknown): ErrorBody | null {
  if (typeof body !== 'object' || body === null || !('code' in body)) return null;
  return typeof body.code === 'string' && Object.hasOwn(ERRORS, body.code) ? (body as ErrorBody) : null;
}
