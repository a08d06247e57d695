import type { BlockKind, Point } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { type FinalConnectionState, useReactFlow } from '@xyflow/react';
import { type DragEvent, useState } from 'react';
import type { ChosenLine } from './canvas-parts.ts';
import { freshBlockId } from './fresh-ids.ts';
import { newBlock } from './new-block.ts';
import { DRAGGED_KIND } from './palette.tsx';
import { addAfter } from './place-block.ts';
import type { Editor } from './use-editor.ts';

/** Half of a block, px: it lands with its middle under the pointer. */
const MIDDLE = { x: 130, y: 40 };

/** A line that was drawn into the empty: it waits for the kind of block that it is to lead to. */
interface Loose extends ChosenLine {
  readonly place: Point;
  readonly screen: Point;
}

/** Blocks that are dropped onto the canvas, and those that a line let go in the empty is to lead to. */
export function useAdding(editor: Editor) {
  const { screenToFlowPosition } = useReactFlow();
  const [loose, setLoose] = useState<Loose | null>(null);
  const onConnectEnd = (event: MouseEvent | TouchEvent, end: FinalConnectionState): void => {
    if (!editor.mayEdit || end.isValid || end.toNode || !end.fromNode || end.fromHandle?.type !== 'source') return;
    const { clientX, clientY } =
      'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
    const screen = { x: clientX, y: clientY };
    const place = screenToFlowPosition(screen);
    setLoose({ from: end.fromNode.id as FlowBlockId, exit: end.fromHandle.id ?? '', place, screen });
  };
  const add = (kind: BlockKind, at: Point, after: ChosenLine | null): void => {
    const block = newBlock(kind, freshBlockId(), at);
    editor.edit((now) => addAfter(now, block, after?.from ?? null, after?.exit));
    editor.choose([block.id]);
  };
  const onDrop = (event: DragEvent): void => {
    const kind = event.dataTransfer.getData(DRAGGED_KIND);
    if (kind === '' || !editor.mayEdit) return;
    event.preventDefault();
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    add(kind as BlockKind, { x: x - MIDDLE.x, y: y - MIDDLE.y }, null);
  };
  const dropLoose = (): void => setLoose(null);
  const addLoose = (kind: BlockKind): void => {
    if (loose) add(kind, { x: loose.place.x, y: loose.place.y - MIDDLE.y }, loose);
    dropLoose();
  };
  return { loose, addLoose, dropLoose, onConnectEnd, onDrop };
}
