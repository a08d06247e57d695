import type { BlockKind, FlowBlock, Point } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';

/** A block of this kind as it begins, before anything was said. */
export function newBlock(kind: BlockKind, id: FlowBlockId, at: Point): FlowBlock {
  const block = { id, at: { x: Math.round(at.x), y: Math.round(at.y) } };
  switch (kind) {
    case 'message':
      return { ...block, kind, text: '', replies: [] };
    case 'ask':
      return { ...block, kind, asks: 'email', text: '', again: '', tries: 2, keepAs: 'email' };
    case 'condition':
      return { ...block, kind, conditions: { match: 'all', list: [] } };
    case 'delay':
      return { ...block, kind, seconds: 5 };
    case 'hand-over':
      return { ...block, kind, to: { to: 'anyone' }, text: '' };
    case 'webhook':
      return { ...block, kind, address: '', facts: [], answers: [], picks: [], timeoutSeconds: 10 };
    case 'model':
      return { ...block, kind, instructions: '', turns: 5 };
    case 'end':
      return { ...block, kind, resolves: false };
  }
}
