import type { Flow, FlowBlock, Point } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { blockOf, exitsOf } from './exits.ts';
import { nextOf, reachable } from './paths.ts';

/** How far apart blocks stand, px: wider than one, with room for its lines. */
const COLUMN = 340;
const GAP = 40;
const HEAD = 110;
const EXIT = 30;

/** Behind all others. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Puts every block in its place: from left to right by the steps from the start, from top to bottom in the order of the exits
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

/** The blocks as they are read: those that a visitor comes to by their columns, then those that nobody comes to. */
export function readingOrder(flow: Flow): readonly FlowBlock[] {
  const columns = columnsOf(flow);
  const places = new Map([...columns.keys()].map((id, place) => [id, place]));
  const [column, place] = [(id: FlowBlockId) => columns.get(id) ?? LAST, (id: FlowBlockId) => places.get(id) ?? LAST];
  return flow.blocks.toSorted((a, b) => column(a.id) - column(b.id) || place(a.id) - place(b.id));
}

/** How many steps a block is from the start on the longest way there, ways back left out. Nearest to the start first. */
function columnsOf(flow: Flow): ReadonlyMap<FlowBlockId, number> {
  const columns = new Map([...reachable(flow)].map((id) => [id, 0]));
  for (const [id, nexts] of waysOnward(flow)) {
    const column = (columns.get(id) ?? 0) + 1;
    for (const next of nexts) columns.set(next, Math.max(columns.get(next) ?? 0, column));
  }
  return columns;
}

/** Blocks and where they lead, each before all that it leads to: what leads back to where it was come from is left out. */
function waysOnward(flow: Flow): readonly (readonly [FlowBlockId, readonly FlowBlockId[]])[] {
  const onward: [FlowBlockId, readonly FlowBlockId[]][] = [];
  const done = new Set<FlowBlockId>();
  const under = new Set<FlowBlockId>();
  const visit = (id: FlowBlockId): void => {
    under.add(id);
    const block = blockOf(flow, id);
    const nexts = (block ? nextOf(flow, block) : []).filter((next) => !under.has(next));
    for (const next of nexts) if (!done.has(next)) visit(next);
    under.delete(id);
    done.add(id);
    onward.unshift([id, nexts]);
  };
  if (flow.start !== null) visit(flow.start);
  return onward;
}

function heightOf(flow: Flow, id: FlowBlockId): number {
  const block = blockOf(flow, id);
  return HEAD + EXIT * (block === null ? 0 : exitsOf(block).length);
}
