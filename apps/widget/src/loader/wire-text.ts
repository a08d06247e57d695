/** Text in at most `max` UTF-16 units. The server mends what is no text: a surrogate cut in half, a NUL. */
export function clip(value: unknown, max: number): string {
  return String(value).slice(0, max);
}

/** The same for texts of which the server mends nothing, because their sender keeps them word for word: without lone surrogates and NULs. */
export function wireText(value: unknown, max: number): string {
  // With the `u` flag the class matches only surrogates that are not part of a pair.
  return clip(String(value).replaceAll('\0', ''), max).replace(/[\ud800-\udfff]/gu, '\ufffd');
}
