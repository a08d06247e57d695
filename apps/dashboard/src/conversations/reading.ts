/** C4: what one screen has told the server of what its agent read in the conversation it shows. */
export interface Reading {
  /** Seq up to which it was told; 0: nothing yet. */
  readonly told: number;
  /** The server was heard to have counted that: nothing was unread any more. */
  readonly isTaken: boolean;
  /** C2: the agent marked the conversation unread, here or on another screen. It stays so until it is opened anew. */
  readonly isKept: boolean;
}

export const NOTHING_READ: Reading = { told: 0, isTaken: false, isKept: false };

/** What stands on the screen now. */
export interface Sight {
  /** Not while the line is down. */
  readonly isLive: boolean;
  /** Somebody can be looking at it. */
  readonly isInFront: boolean;
  /** Seq of the newest entry on screen. */
  readonly last: number;
  /** The summary's: what its `unread` is about. It may come before the entry or after it. */
  readonly lastSeq: number;
  readonly unread: number;
}

/**
 * What is to be told as read, by its seq; null: nothing. What was told before is not told again, except over a new line if
 * the server never said that it took it. What becomes unread although nothing was added was marked so.
 */
export function readOn(before: Reading, sight: Sight): { readonly reading: Reading; readonly read: number | null } {
  const reading = hearCount(before, sight);
  const { isLive, isInFront, last, lastSeq, unread } = sight;
  if (reading.isKept || !isLive || !isInFront || last <= reading.told) return { reading, read: null };
  return { reading: { told: last, isTaken: unread === 0 && lastSeq === last, isKept: false }, read: last };
}

function hearCount(reading: Reading, { isLive, lastSeq, unread }: Sight): Reading {
  if (reading.isKept || reading.told === 0) return reading;
  if (!isLive) return reading.isTaken ? reading : NOTHING_READ;
  // About another entry than the last one told: a count that is older, or of something new.
  if (lastSeq !== reading.told) return reading;
  if (unread === 0) return reading.isTaken ? reading : { ...reading, isTaken: true };
  return reading.isTaken ? { ...reading, isKept: true } : reading;
}
