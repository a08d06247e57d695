import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { disconnect } from '@vetrina/domain/chatbots/edit-flow';
import type { Chatbot } from '@vetrina/protocol/http/chatbots';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlockList } from './block-list.tsx';
import type { ChosenLine } from './canvas-parts.ts';
import { chatbotQueries } from './chatbot-queries.ts';
import classes from './editor.module.css';
import { EditorBar } from './editor-bar.tsx';
import { EditorNotes } from './editor-notes.tsx';
import { Palette } from './palette.tsx';
import { SidePanel } from './side-panel.tsx';
import { useDraftSaving } from './use-draft-saving.ts';
import { type EditorView, useEditor } from './use-editor.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useFlowCheck } from './use-flow-check.ts';

/** 60 kB that only a canvas needs. */
const Canvas = lazy(() => import('./canvas.tsx').then((module) => ({ default: module.Canvas })));

const NO_LINES: readonly ChosenLine[] = [];

interface EditorScreenProps {
  chatbot: Chatbot;
  mayEdit: boolean;
  hasPlan: boolean;
}

/** Palette, canvas (or list) and what is chosen, under the bar with what is done to the whole. */
export function EditorScreen({ chatbot, mayEdit, hasPlan }: EditorScreenProps) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 1023px)', undefined, { getInitialValueInEffect: false }) ?? false;
  const editor = useEditor({ name: chatbot.name, draft: chatbot.draft }, mayEdit);
  const saving = useDraftSaving(chatbot, editor.draft);
  const problems = useFlowCheck(editor.flow);
  const [view, setView] = useState<EditorView>('canvas');
  const [isCounting, setCounting] = useState(false);
  const [active, setActive] = useState<FlowBlockId | null>(null);
  const [chosenLines, setChosenLines] = useState(NO_LINES);
  const { data: statistics } = useQuery({ ...chatbotQueries.statistics(chatbot.id), enabled: isCounting });

  useEditorKeys(editor, () => {
    const { chosen } = editor;
    if (chosen.length > 0) return editor.remove(chosen);
    editor.edit((flow) => chosenLines.reduce((now, { from, exit }) => disconnect(now, from, exit), flow));
    setChosenLines(NO_LINES);
  });

  const counts = isCounting ? statistics : undefined;
  const shown = isPhone ? 'list' : view;
  return (
    <div className={classes.screen} data-step={isPhone ? 'full' : undefined}>
      <EditorBar
        {...{ chatbot, editor, saving, problems, view: shown, isPhone, isCounting }}
        onView={setView}
        onCount={setCounting}
      />
      <EditorNotes editor={editor} saving={saving} hasPlan={hasPlan} counts={counts} />
      <div className={classes.work}>
        {!isPhone && mayEdit && <Palette editor={editor} />}
        <div className={classes.middle}>
          {shown === 'canvas' ? (
            <Suspense fallback={<p className={classes.waiting}>{t('ui.loading')}</p>}>
              <Canvas {...{ editor, problems, counts, active, chosenLines }} onChooseLines={setChosenLines} />
            </Suspense>
          ) : (
            <BlockList {...{ editor, problems, counts, active, isPhone }} />
          )}
        </div>
        {!isPhone && <SidePanel {...{ editor, problems, mayEdit }} onActive={setActive} />}
      </div>
    </div>
  );
}
