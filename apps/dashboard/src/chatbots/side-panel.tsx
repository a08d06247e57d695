import { type FlowProblem, isWarning } from '@vetrina/domain/chatbots/check-flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TabRow, tabId } from '../ui/tab-row.tsx';
import { Inspector } from './inspector.tsx';
import { Preview } from './preview.tsx';
import { ProblemList } from './problem-list.tsx';
import classes from './side-panel.module.css';
import type { Editor } from './use-editor.ts';

const PARTS = ['block', 'preview', 'problems'] as const;
type Part = (typeof PARTS)[number];

interface SidePanelProps {
  editor: Editor;
  problems: readonly FlowProblem[];
  mayEdit: boolean;
  /** Where the preview is. */
  onActive: (block: FlowBlockId | null) => void;
}

/** Beside the canvas: the chosen block, the preview, and what is missing. */
export function SidePanel({ editor, problems, mayEdit, onActive }: SidePanelProps) {
  const { t } = useTranslation();
  const panel = useId();
  const [part, setPart] = useState<Part>('block');
  const chosen = editor.chosen.join(' ');
  useEffect(() => {
    // Whoever chooses a block wants to see it; while the preview runs, it stays.
    if (chosen !== '') setPart((now) => (now === 'problems' ? 'block' : now));
  }, [chosen]);
  return (
    <aside className={classes.side} aria-label={t('chatbots.side.title')}>
      <TabRow
        label={t('chatbots.side.title')}
        className={classes.tabs}
        names={PARTS}
        selected={part}
        panel={panel}
        onSelect={setPart}
      >
        {(name, tab) => (
          <button key={name} {...tab}>
            {t(`chatbots.side.${name}`)}
            {name === 'problems' && problems.length > 0 && (
              <span className={classes.count} data-warning={problems.every(isWarning) || undefined}>
                {problems.length}
              </span>
            )}
          </button>
        )}
      </TabRow>
      <div className={classes.part} role="tabpanel" id={panel} aria-labelledby={tabId(panel, part)} data-part={part}>
        {part === 'block' && <Inspector editor={editor} problems={problems} />}
        {part === 'preview' && <Preview flow={editor.flow} mayCall={mayEdit} onActive={onActive} />}
        {part === 'problems' && <ProblemList editor={editor} problems={problems} />}
      </div>
    </aside>
  );
}
