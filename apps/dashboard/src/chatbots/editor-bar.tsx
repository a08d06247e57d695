import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FlowProblem } from '@vetrina/domain/chatbots/check-flow';
import { layout } from '@vetrina/domain/chatbots/layout';
import type { Chatbot } from '@vetrina/protocol/http/chatbots';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { HELP_CONTEXTS } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SaveNote } from '../ui/save-note.tsx';
import classes from './editor.module.css';
import { PublishButton } from './publish-button.tsx';
import { PublishMark } from './publish-mark.tsx';
import type { useDraftSaving } from './use-draft-saving.ts';
import type { Editor, EditorView } from './use-editor.ts';

interface EditorBarProps {
  chatbot: Chatbot;
  editor: Editor;
  saving: ReturnType<typeof useDraftSaving>;
  problems: readonly FlowProblem[];
  view: EditorView;
  isPhone: boolean;
  isCounting: boolean;
  onView: (view: EditorView) => void;
  onCount: (isCounting: boolean) => void;
}

/** What is done to the chatbot as a whole. */
export function EditorBar(props: EditorBarProps) {
  const { chatbot, editor, saving, problems, view, isPhone, isCounting, onView, onCount } = props;
  const { t } = useTranslation();
  const isChanged = JSON.stringify(editor.flow) !== JSON.stringify(chatbot.published);
  return (
    <header className={classes.bar}>
      <Link to="/automation/chatbots" className={classes.back} aria-label={t('chatbots.bar.back')}>
        <Icon name="back" />
      </Link>
      <h1 className="visually-hidden">{editor.name}</h1>
      <input
        className={classes.name}
        aria-label={t('chatbots.bar.name')}
        maxLength={LIMITS.chatbotName}
        readOnly={!editor.mayEdit}
        value={editor.name}
        onChange={(event) => editor.rename(event.currentTarget.value)}
      />
      <PublishMark isPublished={chatbot.isPublished} isChanged={isChanged} />
      {editor.mayEdit && <SaveNote state={saving.state} error={saving.error} />}
      <div className={classes.tools}>
        {editor.mayEdit && (
          <>
            <IconButton
              icon="undo"
              label={t('chatbots.bar.undo')}
              hint={t('chatbots.bar.undoKeys')}
              isIdle={!editor.canUndo}
              onClick={editor.undo}
            />
            <IconButton
              icon="redo"
              label={t('chatbots.bar.redo')}
              hint={t('chatbots.bar.redoKeys')}
              isIdle={!editor.canRedo}
              onClick={editor.redo}
            />
          </>
        )}
        {editor.mayEdit && !isPhone && (
          <IconButton
            icon="tidy"
            label={t('chatbots.bar.tidy')}
            hint={t('chatbots.bar.tidy')}
            isIdle={editor.flow.blocks.length === 0}
            onClick={() => editor.edit(layout)}
          />
        )}
        {!isPhone && (
          <Button
            size="xs"
            variant="default"
            aria-pressed={view === 'list'}
            leftSection={<Icon name="columns" size={16} />}
            onClick={() => onView(view === 'list' ? 'canvas' : 'list')}
          >
            {t('chatbots.bar.list')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          aria-pressed={isCounting}
          leftSection={<Icon name="chart" size={16} />}
          onClick={() => onCount(!isCounting)}
        >
          {t('chatbots.bar.statistics')}
        </Button>
        <HelpButton about={HELP_CONTEXTS['chatbot-editor']} className={classes.help} />
        {editor.mayEdit && <PublishButton {...{ chatbot, editor, saving, problems, isChanged }} />}
      </div>
    </header>
  );
}
