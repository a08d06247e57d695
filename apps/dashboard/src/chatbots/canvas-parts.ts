import type { FlowProblem } from '@vetrina/domain/chatbots/check-flow';
import { isWarning } from '@vetrina/domain/chatbots/check-flow';
import { exitsOf, targetOf } from '@vetrina/domain/chatbots/exits';
import type { Exit, Flow, FlowBlock } from '@vetrina/protocol/automation/flow';
import type { ChatbotStatistics } from '@vetrina/protocol/http/chatbots';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { type Edge, MarkerType, type Node } from '@xyflow/react';
import type { BlockWords } from './use-block-words.ts';

/** A connection, by where it begins. */
export interface ChosenLine {
  readonly from: FlowBlockId;
  readonly exit: Exit;
}

/** What a block on the canvas shows. */
export interface BlockData extends Record<string, unknown> {
  readonly kind: FlowBlock['kind'];
  readonly gist: string;
  readonly isStart: boolean;
  readonly isActive: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly exits: readonly {
    readonly exit: Exit;
    readonly words: string;
    readonly isConnected: boolean;
    readonly times: number | null;
  }[];
  readonly counts: { readonly entered: number; readonly ended: number } | null;
}
export type BlockNode = Node<BlockData, 'block'>;

export interface Shown {
  readonly flow: Flow;
  readonly problems: readonly FlowProblem[];
  readonly counts: ChatbotStatistics | undefined;
  readonly active: FlowBlockId | null;
  readonly chosen: readonly FlowBlockId[];
  readonly mayEdit: boolean;
  readonly words: BlockWords;
}

/** A block as a node. What the canvas measured of it before stays known. */
export function nodeOf(block: FlowBlock, shown: Shown, before: BlockNode | undefined): BlockNode {
  const { flow, problems, counts, active, chosen, mayEdit, words } = shown;
  const own = problems.filter((problem) => problem.block === block.id);
  const counted = counts?.blocks.find((one) => one.block === block.id);
  return {
    ...before,
    ...{ id: block.id, type: 'block', position: block.at, selected: chosen.includes(block.id) },
    ...{ draggable: mayEdit, connectable: mayEdit, deletable: false, ariaLabel: words.name(block) },
    data: {
      ...{ kind: block.kind, gist: words.gist(block).trim() },
      ...{ isStart: flow.start === block.id, isActive: active === block.id },
      errors: own.filter((problem) => !isWarning(problem)).length,
      warnings: own.filter(isWarning).length,
      exits: exitsOf(block).map((exit) => ({
        exit,
        words: words.exit(block, exit),
        isConnected: targetOf(flow, block.id, exit) !== null,
        times: counts ? (counted?.exits.find((one) => one.exit === exit)?.times ?? 0) : null,
      })),
      counts: counts ? { entered: counted?.entered ?? 0, ended: counted?.ended ?? 0 } : null,
    },
  };
}

export function edgesOf({ flow, words }: Pick<Shown, 'flow' | 'words'>, chosen: readonly ChosenLine[]): Edge[] {
  const blocks = new Map(flow.blocks.map((block) => [block.id, block]));
  return flow.connections.map(({ from, exit, to }) => {
    const [source, target] = [blocks.get(from), blocks.get(to)];
    const isChosen = chosen.some((line) => line.from === from && line.exit === exit);
    return {
      ...{ id: `${from} ${exit}`, source: from, sourceHandle: exit, target: to, deletable: false, selected: isChosen },
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--line-colour)' },
      ...(source &&
        target && { ariaLabel: `${words.name(source)}, ${words.exit(source, exit)} → ${words.name(target)}` }),
    };
  });
}
