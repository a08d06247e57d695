import type { RuleId, VisitorId } from '@vetrina/protocol/ids';

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * A6: is this visitor one of the share (percent) who do not get this rule's messages, so that what it does can be told from what
 * would have happened anyway? Drawn from the two ids: always the same for one visitor, and independent between rules.
 */
export function isHeldOut(rule: RuleId, visitor: VisitorId, percent: number): boolean {
  let hash = OFFSET;
  for (const letter of `${rule} ${visitor}`) hash = Math.imul(hash ^ letter.charCodeAt(0), PRIME);
  // The last multiplication leaves the low bits badly mixed for ids that differ at their end.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) / 2 ** 32 < percent / 100;
}
