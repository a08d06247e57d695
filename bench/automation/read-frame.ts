/** What a frame from the server says, as far as the bench counts it. */
export type HeardFrame =
  | { readonly says: 'rules'; readonly rules: number; readonly bytes: number }
  /** A message is there to be shown. */
  | { readonly says: 'written' }
  | { readonly says: 'held' }
  | { readonly says: 'something-else' };

/** Reads by the first letters: 10,000 frames parsed whole would keep a generator from its schedule. */
export function readFrame(text: string): HeardFrame {
  if (text.startsWith('{"type":"rules"')) {
    const rules = text.split('{"id":"ru').length - 1;
    return { says: 'rules', rules, bytes: Buffer.byteLength(text) };
  }
  if (text.startsWith('{"type":"automatic-message","message":{')) return { says: 'written' };
  return { says: text.startsWith('{"type":"rule-held"') ? 'held' : 'something-else' };
}
