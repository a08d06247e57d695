/**
 * Text as the server accepts it: cut to `max` UTF-16 units, lone surrogates (the cut may make one) replaced, NUL removed.
 * With the `u` flag the class matches only surrogates that are not part of a pair.
 */
export function wireText(value: unknown, max: number): string {
  return String(value)
    .split('\0')
    .join('')
    .slice(0, max)
    .replace(/[\ud800-\udfff]/gu, '\ufffd');
}
