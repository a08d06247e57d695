import { cheapestPlanWith } from '@vetrina/domain/entitlements';
import type { ChatbotStatistics } from '@vetrina/protocol/http/chatbots';
import { useTranslation } from 'react-i18next';
import { OutdatedNote } from '../automation/outdated-note.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './editor.module.css';
import type { useDraftSaving } from './use-draft-saving.ts';
import type { Editor } from './use-editor.ts';

interface EditorNotesProps {
  editor: Editor;
  saving: ReturnType<typeof useDraftSaving>;
  hasPlan: boolean;
  counts: ChatbotStatistics | undefined;
}

/** What has to be said about the whole, between the bar and the flow. */
export function EditorNotes({ editor, saving, hasPlan, counts }: EditorNotesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const settle = async (whose: 'theirs' | 'ours'): Promise<void> => {
    const { name, draft } = await saving.settle();
    if (whose === 'theirs') editor.reset({ name, draft });
    else await saving.flush();
  };
  return (
    <div className={classes.notes}>
      {!hasPlan && <PlanNote plan={cheapestPlanWith('chatbots')}>{t('chatbots.why')}</PlanNote>}
      {saving.isOutdated && <OutdatedNote what="chatbot" settle={settle} />}
      {counts && (
        <p className={classes.counts}>
          {counts.since === null
            ? t('chatbots.counts.never')
            : t('chatbots.counts.since', {
                date: format.dateTime(counts.since),
                started: format.number(counts.started),
                answered: format.number(counts.answered),
              })}
        </p>
      )}
    </div>
  );
}
