import type { Flow, Point } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { blockOf, exitsOf } from './exits.ts';
import { nextOf, reachable } from './paths.ts';

/** How far apart blocks stand, px: wider than one, with room for its lines. */
const COLUMN = 340;
const GAP = 40;
const HEAD = 110;
const EXIT = 30;

/**
 * Puts every block in its place: from left to right by the fewest steps from the start, from top to bottom in the order of the exits
 * that lead there. What nothing leads to stands below.
 */
export function layout(flow: Flow): Flow {
  const columns = columnsOf(flow);
  const places = new Map<FlowBlockId, Point>();
  const depths: number[] = [];
  for (const [id, column] of columns) {
    const y = depths[column] ?? 0;
    places.set(id, { x: column * COLUMN, y });
    depths[column] = y + heightOf(flow, id) + GAP;
  }
  let x = 0;
  const below = Math.max(0, ...depths) + GAP;
  const blocks = flow.blocks.map((block) => {
    const place = places.get(block.id);
    if (place) return { ...block, at: place };
    x += COLUMN;
    return { ...block, at: { x: x - COLUMN, y: below } };
  });
  return { ...flow, blocks };
}

function columnsOf(flow: Flow): ReadonlyMap<FlowBlockId, number> {
  const columns = new Map<FlowBlockId, number>();
  for (const id of reachable(flow)) {
    const column = columns.get(id) ?? 0;
    columns.set(id, column);
    const block = blockOf(flow, id);
    for (const next of block ? nextOf(flow, block) : []) if (!columns.has(next)) columns.set(next, column + 1);
  }
  return columns;
}

function heightOf(flow: Flow, id: FlowBlockId): number {
  const block = blockOf(flow, id);
  return HEAD + EXIT * (block === null ? 0 : exitsOf(block).length);
}
