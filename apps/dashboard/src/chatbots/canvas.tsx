import '@xyflow/react/dist/base.css';
import type { FlowProblem } from '@vetrina/domain/chatbots/check-flow';
import { connect } from '@vetrina/domain/chatbots/edit-flow';
import type { Exit } from '@vetrina/protocol/automation/flow';
import type { ChatbotStatistics } from '@vetrina/protocol/http/chatbots';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import {
  Background,
  type Connection,
  Controls,
  type EdgeChange,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BlockNodeView } from './block-node.tsx';
import classes from './canvas.module.css';
import { type ChosenLine, edgesOf } from './canvas-parts.ts';
import { KindMenu } from './kind-menu.tsx';
import { DRAGGED_KIND } from './palette.tsx';
import { useAdding } from './use-adding.ts';
import { useBlockWords } from './use-block-words.ts';
import { useCanvasNodes } from './use-canvas-nodes.ts';
import { FIT, useCanvasView } from './use-canvas-view.ts';
import { useCanvasWords } from './use-canvas-words.ts';
import type { Editor } from './use-editor.ts';

const NODE_TYPES = { block: BlockNodeView };
const MAP = { width: 150, height: 100 };

interface CanvasProps {
  editor: Editor;
  problems: readonly FlowProblem[];
  counts: ChatbotStatistics | undefined;
  /** Where the preview is. */
  active: FlowBlockId | null;
  chosenLines: readonly ChosenLine[];
  onChooseLines: (lines: readonly ChosenLine[]) => void;
}

/** A7: the flow as it is drawn. */
export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ editor, problems, counts, active, chosenLines, onChooseLines }: CanvasProps) {
  const { t } = useTranslation();
  const { flow, chosen, mayEdit } = editor;
  const { loose, addLoose, dropLoose, onConnectEnd, onDrop } = useAdding(editor);
  const section = useRef<HTMLElement>(null);
  const words = useBlockWords();
  const canvasWords = useCanvasWords();
  const { nodes, onNodesChange } = useCanvasNodes({ editor, problems, counts, active });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone, and then all is drawn anew
  const edges = useMemo(() => edgesOf({ flow, words }, chosenLines), [flow, chosenLines]);

  const showBeginning = useCanvasView(section, flow, chosen.length === 1 ? chosen[0] : active);
  const onEdgesChange = (changes: EdgeChange[]): void => {
    const picked = changes.filter((change) => change.type === 'select');
    if (picked.length === 0) return;
    const off = new Set(picked.map(({ id }) => id));
    const on = picked.filter(({ selected }) => selected).map(({ id }) => lineOf(id));
    onChooseLines([...chosenLines.filter(({ from, exit }) => !off.has(`${from} ${exit}`)), ...on]);
  };
  const onConnect = ({ source, sourceHandle, target }: Connection): void =>
    editor.edit((now) => connect(now, source as FlowBlockId, sourceHandle ?? '', target as FlowBlockId));

  return (
    <section ref={section} className={classes.canvas} aria-label={t('chatbots.canvas.title')}>
      <ReactFlow
        {...{ nodes, edges, onNodesChange, onEdgesChange, onConnect, onConnectEnd }}
        nodeTypes={NODE_TYPES}
        ariaLabelConfig={canvasWords}
        onInit={showBeginning}
        minZoom={0.2}
        maxZoom={1.5}
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Control', 'Meta', 'Shift']}
        nodesConnectable={mayEdit}
        nodesDraggable={mayEdit}
        snapToGrid
        snapGrid={[10, 10]}
        onDrop={onDrop}
        onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED_KIND) && event.preventDefault()}
        onPaneClick={dropLoose}
      >
        <Background gap={20} size={1.5} />
        <Controls showInteractive={false} fitViewOptions={FIT} />
        {flow.blocks.length > 4 && <MiniMap pannable zoomable nodeBorderRadius={8} style={MAP} />}
      </ReactFlow>
      {flow.blocks.length === 0 && <p className={classes.empty}>{t('chatbots.canvas.empty')}</p>}
      {loose && <KindMenu at={loose.screen} onChoose={addLoose} onClose={dropLoose} />}
    </section>
  );
}

function lineOf(edge: string): ChosenLine {
  const [from = '', exit = ''] = edge.split(' ');
  return { from: from as FlowBlockId, exit: exit as Exit };
}
