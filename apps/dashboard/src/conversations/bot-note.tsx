import { Button } from '@mantine/core';
import type { ConversationId } from '@vetrina/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './bot-note.module.css';

/** A7: nobody has to answer here, for the time being. */
export function BotMark() {
  const { t } = useTranslation();
  return (
    <span className={classes.mark}>
      <Icon name="chatbot" size={14} />
      {t('conversations.bot.answers')}
    </span>
  );
}

interface BotNoteProps {
  conversation: ConversationId;
  /** It is the agent's turn to write. */
  onTaken: () => void;
  onError: (error: unknown) => void;
}

/** A7: above the composer, so that nobody takes over by accident; and how it is done on purpose. */
export function BotNote({ conversation, onTaken, onError }: BotNoteProps) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const takeOver = async (): Promise<void> => {
    setBusy(true);
    onError(null);
    await call('joinConversation', { params: { conversation } }).then(onTaken, onError);
    setBusy(false);
  };
  return (
    <div className={classes.note}>
      <span className={classes.words}>
        <Icon name="chatbot" size={18} />
        {t('conversations.bot.note')}
      </span>
      <Button variant="default" size="sm" disabled={isBusy} onClick={() => void takeOver()}>
        {t('conversations.bot.takeOver')}
      </Button>
    </div>
  );
}
