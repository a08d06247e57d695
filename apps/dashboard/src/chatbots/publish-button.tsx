import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FlowProblem, isWarning, mayBePublished } from '@vetrina/domain/chatbots/check-flow';
import type { Chatbot } from '@vetrina/protocol/http/chatbots';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { chatbotQueries } from './chatbot-queries.ts';
import classes from './editor.module.css';
import { ProblemList } from './problem-list.tsx';
import { useUnpublishChatbot } from './use-chatbot-deeds.ts';
import type { useDraftSaving } from './use-draft-saving.ts';
import type { Editor } from './use-editor.ts';

interface PublishButtonProps {
  chatbot: Chatbot;
  editor: Editor;
  saving: ReturnType<typeof useDraftSaving>;
  problems: readonly FlowProblem[];
  /** The draft is not what is published. */
  isChanged: boolean;
}

/** Puts what is on screen in front of visitors, or says what it lacks. */
export function PublishButton({ chatbot, editor, saving, problems, isChanged }: PublishButtonProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const isWhole = mayBePublished(problems);
  const publish = useMutation({ mutationFn: saving.publish, onSuccess: () => setOpen(false) });
  const unpublish = useUnpublishChatbot((changed) =>
    queryClient.setQueryData(chatbotQueries.one(chatbot.id).queryKey, changed),
  );
  const press = (): void => {
    if (isWhole && !problems.some(isWarning)) publish.mutate();
    else setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
    publish.reset();
  };
  const needsPublishing = isChanged || !chatbot.isPublished;
  return (
    <>
      {chatbot.isPublished && (
        <Button
          size="xs"
          variant="default"
          className={classes.deed}
          loading={unpublish.isPending}
          onClick={() => unpublish.mutate(chatbot.id)}
        >
          {t('chatbots.publish.stop')}
        </Button>
      )}
      <Button
        size="xs"
        className={classes.deed}
        disabled={!needsPublishing}
        loading={publish.isPending}
        onClick={press}
      >
        {t(chatbot.isPublished ? 'chatbots.publish.changes' : 'chatbots.publish.action')}
      </Button>
      <Dialog
        title={t(isWhole ? 'chatbots.publish.sure' : 'chatbots.publish.unfinished')}
        isOpen={isOpen || publish.isError || unpublish.isError}
        onClose={() => {
          close();
          unpublish.reset();
        }}
      >
        <div className={classes.publish}>
          <ErrorNote error={publish.error ?? unpublish.error} />
          {problems.length > 0 && (
            // A press on a problem leads to its block, which stands behind the dialog.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside are pressed by keys as well
            // biome-ignore lint/a11y/noStaticElementInteractions: it only hears of what is pressed inside
            <div onClick={(event) => event.target instanceof HTMLElement && event.target.closest('button') && close()}>
              <ProblemList editor={editor} problems={problems} />
            </div>
          )}
          {isWhole && !publish.isError && !unpublish.isError && (
            <Button loading={publish.isPending} onClick={() => publish.mutate()}>
              {t('chatbots.publish.anyway')}
            </Button>
          )}
        </div>
      </Dialog>
    </>
  );
}
