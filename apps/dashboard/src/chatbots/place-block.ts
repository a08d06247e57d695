import { addBlock, connect } from '@vetrina/domain/chatbots/edit-flow';
import { blockOf, exitsOf, targetOf } from '@vetrina/domain/chatbots/exits';
import type { Exit, Flow, FlowBlock, Point } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';

/** How far to the right of a block the one after it stands, px, and how far below each other they are put. */
const RIGHT = 340;
const DOWN = 170;

/** Where there is room for a block that comes after another, or (null) after all of them. */
export function placeAfter(flow: Flow, after: FlowBlockId | null): Point {
  const before = blockOf(flow, after) ?? flow.blocks.at(-1);
  if (before === undefined) return { x: 0, y: 0 };
  const x = before.at.x + RIGHT;
  let { y } = before.at;
  while (flow.blocks.some(({ at }) => Math.abs(at.x - x) < RIGHT / 2 && Math.abs(at.y - y) < DOWN)) y += DOWN;
  return { x, y };
}

/** Adds a block, and leads the exit (or the first that leads nowhere) of another there. */
export function addAfter(flow: Flow, block: FlowBlock, after: FlowBlockId | null, exit?: Exit): Flow {
  const before = blockOf(flow, after);
  const free = before && (exit ?? exitsOf(before).find((one) => targetOf(flow, before.id, one) === null));
  const added = addBlock(flow, block);
  return before && free ? connect(added, before.id, free, block.id) : added;
}
