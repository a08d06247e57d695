import type { Entry } from '@vetrina/protocol/conversation';

/** Until when an address of a file is good, ms since 1970; null: for ever, as far as it says. */
export function goodUntil(url: string): number | null {
  const until = /[?&]until=(\d+)/.exec(url)?.[1];
  return until === undefined ? null : Number(until);
}

export function isOver(url: string, now: number): boolean {
  const until = goodUntil(url);
  return until !== null && until <= now;
}

/** Seq of the newest entry whose file's address is over at `moment`; null: none is. */
export function newestOver(entries: readonly Entry[], moment: number): number | null {
  return entries.findLast(({ body }) => body.kind === 'file' && isOver(body.file.url, moment))?.seq ?? null;
}
