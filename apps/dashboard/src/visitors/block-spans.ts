import type { VisitorId } from '@vetrina/protocol/ids';
import { call } from '../api/client.ts';

/** C7: for how long a visitor is blocked, in minutes. `always`: until somebody unblocks them. */
export const BLOCK_SPANS = { hour: 60, day: 24 * 60, week: 7 * 24 * 60, always: null } as const;

export type BlockSpan = keyof typeof BLOCK_SPANS;

export const BLOCK_SPAN_NAMES = Object.keys(BLOCK_SPANS) as BlockSpan[];

export function block(visitor: VisitorId, span: BlockSpan) {
  const forMinutes = BLOCK_SPANS[span];
  return call('blockVisitor', { params: { visitor }, body: forMinutes === null ? {} : { forMinutes } });
}

export function unblock(visitor: VisitorId) {
  return call('unblockVisitor', { params: { visitor } });
}
