const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const encoder = new TextEncoder();
const ELLIPSIS = '…';

/** So many bytes of UTF-8 in JSON at most, cut between what people take for letters (UAX 29). */
export function cutToBytes(text: string, bytes: number): string {
  if (sizeOf(text) <= bytes) return text;
  let left = bytes - sizeOf(ELLIPSIS);
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    left -= sizeOf(segment);
    if (left < 0) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd() + ELLIPSIS;
}

/** Without the quotation marks around it. */
const sizeOf = (text: string): number => encoder.encode(JSON.stringify(text)).length - 2;
