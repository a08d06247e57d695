import type { Flow, FlowBlock } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { blockOf, exitsOf, targetOf, waitsForVisitor } from './exits.ts';

/** Where the exits of a block lead, each place once. */
export function nextOf(flow: Flow, block: FlowBlock): readonly FlowBlockId[] {
  const targets = exitsOf(block).map((exit) => targetOf(flow, block.id, exit));
  return [...new Set(targets.filter((target) => target !== null))];
}

/** The blocks that can be come to from the start, nearest first. Only those that `passes` says are left again. */
export function reachable(flow: Flow, passes: (block: FlowBlock) => boolean = () => true): ReadonlySet<FlowBlockId> {
  const reached = new Set<FlowBlockId>();
  if (flow.start !== null) reached.add(flow.start);
  // A set that grows while it is gone through is gone through to its new end.
  for (const id of reached) {
    const block = blockOf(flow, id);
    if (block !== null && passes(block)) for (const next of nextOf(flow, block)) reached.add(next);
  }
  return reached;
}

/** Blocks on a way back to themselves on which nobody says anything and no time passes. */
export function blocksInLoops(flow: Flow): ReadonlySet<FlowBlockId> {
  const hurries = (block: FlowBlock) => !waitsForVisitor(block) && block.kind !== 'delay';
  const comesBack = (block: FlowBlock) =>
    nextOf(flow, block).some((start) => reachable({ ...flow, start }, hurries).has(block.id));
  return new Set(flow.blocks.filter((block) => hurries(block) && comesBack(block)).map(({ id }) => id));
}
