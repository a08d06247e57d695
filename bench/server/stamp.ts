/**
 * A page title that tells when it was meant to be sent. Latency counts from the intended time, not from the moment the
 * generator got round to it: a stalled generator must not hide a stalled server.
 */
const STAMP = /~([0-9a-z]+)~([0-9a-z]+)~/g;

/** @param intended ms since 1970 */
export function stampedTitle(visitor: number, intended: number): string {
  return `Luna table lamp ~${visitor.toString(36)}~${Math.round(intended).toString(36)}~`;
}

/** Every stamp in a frame as it came off the wire, whatever message it is part of. */
export function* stampsIn(frame: string): Generator<{ readonly visitor: number; readonly intended: number }> {
  for (const [, visitor = '', intended = ''] of frame.matchAll(STAMP)) {
    yield { visitor: Number.parseInt(visitor, 36), intended: Number.parseInt(intended, 36) };
  }
}
