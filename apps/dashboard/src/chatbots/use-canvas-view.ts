import { blockOf } from '@vetrina/domain/chatbots/exits';
import type { Flow } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import type { BlockNode } from './canvas-parts.ts';

export const FIT = { padding: 0.15, maxZoom: 1 };
/** A flow that only fits when it is smaller than this begins at its start instead. */
const READABLE = 0.6;
const BEGINNING = { left: 40, top: 80, zoom: 0.8 };
/** Of a block, px; its height depends on what it says. */
const HALF = { width: 130, height: 80 };
/** ms. */
const GLIDE = 250;

/**
 * Keeps what matters in view: at first the whole flow, or its beginning if the whole would be too small to read; later `wanted`, the
 * block that is chosen or talked with, whenever it is not in view.
 */
export function useCanvasView(
  section: RefObject<HTMLElement | null>,
  flow: Flow,
  wanted: FlowBlockId | null | undefined,
): (canvas: ReactFlowInstance<BlockNode>) => void {
  const { flowToScreenPosition, getZoom, setCenter } = useReactFlow();
  const latest = useRef(flow);
  latest.current = flow;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it comes into view when it is chosen, and may be moved out again
  useEffect(() => {
    const block = blockOf(latest.current, wanted ?? null);
    const frame = section.current?.getBoundingClientRect();
    if (block === null || !frame) return;
    const middle = { x: block.at.x + HALF.width, y: block.at.y + HALF.height };
    const { x, y } = flowToScreenPosition(middle);
    if (x > frame.left && x < frame.right && y > frame.top && y < frame.bottom) return;
    void setCenter(middle.x, middle.y, { zoom: getZoom(), duration: GLIDE });
  }, [wanted]);

  return ({ fitView, setViewport, ...canvas }) =>
    void fitView(FIT).then(() => {
      const start = blockOf(latest.current, latest.current.start);
      if (canvas.getZoom() >= READABLE || start === null) return;
      const { left, top, zoom } = BEGINNING;
      return setViewport({ x: left - start.at.x * zoom, y: top - start.at.y * zoom, zoom });
    });
}
