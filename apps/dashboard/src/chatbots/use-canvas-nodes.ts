import type { FlowProblem } from '@vetrina/domain/chatbots/check-flow';
import { moveBlocks } from '@vetrina/domain/chatbots/edit-flow';
import type { Point } from '@vetrina/protocol/automation/flow';
import type { ChatbotStatistics } from '@vetrina/protocol/http/chatbots';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { type BlockNode, nodeOf } from './canvas-parts.ts';
import { useBlockWords } from './use-block-words.ts';
import type { Editor } from './use-editor.ts';

interface Seen {
  readonly editor: Editor;
  readonly problems: readonly FlowProblem[];
  readonly counts: ChatbotStatistics | undefined;
  readonly active: FlowBlockId | null;
}

/** The blocks as nodes: the flow says what there is, the canvas what it measured and what is being moved. */
export function useCanvasNodes({ editor, problems, counts, active }: Seen) {
  const words = useBlockWords();
  const { flow, chosen, mayEdit } = editor;
  const [nodes, setNodes] = useState<BlockNode[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are made anew with every draw, and change with the language alone
  useEffect(() => {
    const shown = { flow, problems, counts, active, chosen, mayEdit, words };
    setNodes((before) => {
      const known = new Map(before.map((node) => [node.id, node]));
      return flow.blocks.map((block) => nodeOf(block, shown, known.get(block.id)));
    });
  }, [flow, problems, counts, active, chosen, mayEdit]);

  const onNodesChange = (changes: NodeChange<BlockNode>[]): void => {
    setNodes((before) => applyNodeChanges(changes, before));
    const picked = changes.filter((change) => change.type === 'select');
    if (picked.length > 0) {
      const off = new Set<string>(picked.map(({ id }) => id));
      const on = picked.filter(({ selected }) => selected).map(({ id }) => id as FlowBlockId);
      editor.choose([...chosen.filter((id) => !off.has(id)), ...on]);
    }
    // While it is dragged only the canvas knows; where it is let go, the flow does.
    const places = changes.flatMap((change) =>
      change.type === 'position' && change.position && !change.dragging
        ? [[change.id as FlowBlockId, roundly(change.position)] as const]
        : [],
    );
    const moved = places.filter(([id, { x, y }]) =>
      flow.blocks.some((one) => one.id === id && (one.at.x !== x || one.at.y !== y)),
    );
    if (moved.length > 0) editor.edit((now) => moveBlocks(now, new Map(moved)), `move ${chosen.join(' ')}`);
  };
  return { nodes, onNodesChange };
}

const roundly = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
