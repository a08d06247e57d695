/** Inclusive offsets. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What a `Range` header asks of a file of `size` bytes (RFC 9110 section 14.1.2). Everything for none, for several ranges
 * and for what is no range of bytes; `unsatisfiable`: begins behind the end, or the file is empty.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'everything' | 'unsatisfiable' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, first = '', last = ''] = asked ?? [];
  if (asked === null || (first === '' && last === '')) return 'everything';
  // Of nothing there is no part, not even the last byte.
  if (size === 0) return 'unsatisfiable';
  const end = size - 1;
  if (first === '') return Number(last) === 0 ? 'unsatisfiable' : { from: Math.max(0, size - Number(last)), to: end };
  const [from, to] = [Number(first), last === '' ? end : Math.min(Number(last), end)];
  if (last !== '' && Number(last) < from) return 'everything';
  return from > end ? 'unsatisfiable' : { from, to };
}
