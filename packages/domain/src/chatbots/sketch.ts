import type { BlockKind, BlockOf, Exit, Flow, FlowBlock } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { layout } from './layout.ts';

type Content<Kind extends BlockKind> = Omit<BlockOf<Kind>, 'id' | 'at' | 'kind'>;

/** A block as it is written down by hand: what it holds, and the names of the blocks that its exits lead to. */
export interface Sketched {
  readonly block: { readonly [Kind in BlockKind]: Content<Kind> & { readonly kind: Kind } }[BlockKind];
  readonly to: Readonly<Partial<Record<Exit, string>>>;
}

/** Blocks by name; the bot begins at the first. */
export type Sketch = Readonly<Record<string, Sketched>>;

/** The nth reply of a block that was sketched. */
export const sketchedReply = (index: number): string => `re${String(index).padStart(8, '0')}`;

export const say = (text: string, next: string): Sketched => ({
  block: { kind: 'message', text, replies: [] },
  to: { next },
});

/** `replies`: what each says, and where it leads. */
export const choice = (
  text: string,
  replies: readonly (readonly [text: string, to: string])[],
  other: string,
): Sketched => ({
  block: { kind: 'message', text, replies: replies.map(([said], index) => ({ id: sketchedReply(index), text: said })) },
  to: { ...Object.fromEntries(replies.map(([, to], index) => [sketchedReply(index), to])), other },
});

export const question = (
  content: Content<'ask'>,
  to: { readonly next: string; readonly 'given-up': string },
): Sketched => ({ block: { kind: 'ask', ...content }, to });

export const handOver = (text: string, nobody: string): Sketched => ({
  block: { kind: 'hand-over', to: { to: 'anyone' }, text },
  to: { nobody },
});

export const END: Sketched = { block: { kind: 'end', resolves: false }, to: {} };

/** Ids for blocks in the order of the sketch; names that lead nowhere are left out. */
export function drawFlow(sketch: Sketch, newId: () => FlowBlockId): Flow {
  const ids = new Map(Object.keys(sketch).map((name) => [name, newId()]));
  const blocks: FlowBlock[] = [];
  const connections: Flow['connections'] = [];
  for (const [name, { block, to }] of Object.entries(sketch)) {
    const id = ids.get(name);
    if (id === undefined) continue;
    blocks.push({ id, at: { x: 0, y: 0 }, ...block });
    for (const [exit, target] of Object.entries(to)) {
      const toId = ids.get(target ?? '');
      if (toId !== undefined) connections.push({ from: id, exit, to: toId });
    }
  }
  return layout({ start: blocks[0]?.id ?? null, blocks, connections });
}
