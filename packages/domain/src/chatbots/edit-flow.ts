import type { Exit, Flow, FlowBlock, Point } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { blockOf, exitsOf } from './exits.ts';

/** A7: what an editor does to a flow. Each returns another flow that fits together, or the same one if there is nothing to do. */

export const EMPTY_FLOW: Flow = { start: null, blocks: [], connections: [] };

/** The first one is where the bot begins. A flow that is full stays as it is. */
export function addBlock(flow: Flow, block: FlowBlock): Flow {
  if (flow.blocks.length >= LIMITS.botBlocks || blockOf(flow, block.id) !== null) return flow;
  return { ...flow, start: flow.start ?? block.id, blocks: [...flow.blocks, block] };
}

/** Puts the block in the place of the one with its id. Connections of exits that it no longer has are gone. */
export function changeBlock(flow: Flow, block: FlowBlock): Flow {
  const exits = exitsOf(block);
  return {
    ...flow,
    blocks: flow.blocks.map((one) => (one.id === block.id ? block : one)),
    connections: flow.connections.filter(({ from, exit }) => from !== block.id || exits.includes(exit)),
  };
}

export function removeBlocks(flow: Flow, ids: readonly FlowBlockId[]): Flow {
  const gone = new Set(ids);
  const blocks = flow.blocks.filter(({ id }) => !gone.has(id));
  if (blocks.length === flow.blocks.length) return flow;
  return {
    start: flow.start !== null && gone.has(flow.start) ? null : flow.start,
    blocks,
    connections: flow.connections.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  };
}

/** An exit leads to one place: the newest has it. */
export function connect(flow: Flow, from: FlowBlockId, exit: Exit, to: FlowBlockId): Flow {
  const block = blockOf(flow, from);
  if (block === null || blockOf(flow, to) === null || !exitsOf(block).includes(exit)) return flow;
  return { ...flow, connections: [...disconnect(flow, from, exit).connections, { from, exit, to }] };
}

export function disconnect(flow: Flow, from: FlowBlockId, exit: Exit): Flow {
  return { ...flow, connections: flow.connections.filter((one) => one.from !== from || one.exit !== exit) };
}

export function moveBlocks(flow: Flow, places: ReadonlyMap<FlowBlockId, Point>): Flow {
  return { ...flow, blocks: flow.blocks.map((block) => ({ ...block, at: places.get(block.id) ?? block.at })) };
}

export function startAt(flow: Flow, id: FlowBlockId): Flow {
  return blockOf(flow, id) === null || flow.start === id ? flow : { ...flow, start: id };
}

/** Blocks that were copied, and what connects them with each other. */
export type Clip = Pick<Flow, 'blocks' | 'connections'>;

export function copyBlocks(flow: Flow, ids: readonly FlowBlockId[]): Clip {
  const chosen = new Set(ids);
  return {
    blocks: flow.blocks.filter(({ id }) => chosen.has(id)),
    connections: flow.connections.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
  };
}

/** `newIds`: one for each block of the clip, in its order. As many are pasted as there is room for. */
export function pasteBlocks(flow: Flow, clip: Clip, newIds: readonly FlowBlockId[], by: Point): Flow {
  const room = clip.blocks.slice(0, LIMITS.botBlocks - flow.blocks.length);
  const renamed = new Map(
    room.flatMap(({ id }, index) => {
      const fresh = newIds[index];
      return fresh === undefined ? [] : [[id, fresh] as const];
    }),
  );
  const blocks = room.flatMap((block) => {
    const id = renamed.get(block.id);
    return id === undefined ? [] : [{ ...block, id, at: { x: block.at.x + by.x, y: block.at.y + by.y } }];
  });
  const connections = clip.connections.flatMap(({ from, exit, to }) => {
    const [newFrom, newTo] = [renamed.get(from), renamed.get(to)];
    return newFrom === undefined || newTo === undefined ? [] : [{ from: newFrom, exit, to: newTo }];
  });
  return {
    start: flow.start ?? blocks[0]?.id ?? null,
    blocks: [...flow.blocks, ...blocks],
    connections: [...flow.connections, ...connections],
  };
}
