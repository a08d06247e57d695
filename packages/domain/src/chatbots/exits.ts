import type { Exit, Flow, FlowBlock } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';

/** The ways out of a block, in the order in which they are shown. Every one of them needs to lead somewhere. */
export function exitsOf(block: FlowBlock): readonly Exit[] {
  switch (block.kind) {
    case 'message':
      return block.replies.length === 0 ? ['next'] : [...block.replies.map(({ id }) => id), 'other'];
    case 'ask':
      return ['next', 'given-up'];
    case 'condition':
      return ['yes', 'no'];
    case 'delay':
      return ['next'];
    case 'hand-over':
      return ['nobody'];
    case 'webhook':
      return ['ok', 'failed'];
    case 'model':
      return ['done', 'hand-over', 'failed'];
    case 'end':
      return [];
  }
}

export function blockOf(flow: Flow, id: FlowBlockId | null): FlowBlock | null {
  return flow.blocks.find((block) => block.id === id) ?? null;
}

/** Where an exit leads; null: nowhere. */
export function targetOf(flow: Flow, from: FlowBlockId, exit: Exit): FlowBlockId | null {
  return flow.connections.find((one) => one.from === from && one.exit === exit)?.to ?? null;
}

/** Does the visitor have to say something before the bot leaves this block by any exit? */
export function waitsForVisitor(block: FlowBlock): boolean {
  return block.kind === 'ask' || (block.kind === 'message' && block.replies.length > 0);
}
