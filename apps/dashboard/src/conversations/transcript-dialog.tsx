import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import { LIMITS } from '@vetrina/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import classes from './conversation-dialogs.module.css';

interface TranscriptDialogProps {
  summary: ConversationSummary;
  onClose: () => void;
}

/** C4: the conversation as the visitor saw it, by e-mail; notes stay with the team. */
export function TranscriptDialog({ summary, onClose }: TranscriptDialogProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(summary.visitor.email ?? '');
  const send = useMutation({
    mutationFn: () => call('sendTranscript', { params: { conversation: summary.id }, body: { email: email.trim() } }),
    onSuccess: onClose,
  });
  return (
    <Dialog title={t('conversations.transcript.title')} isOpen onClose={onClose}>
      <ActionForm action={t('conversations.transcript.send')} deed={send} onSubmit={() => send.mutate()}>
        <p className={classes.lead}>{t('conversations.transcript.lead')}</p>
        <TextInput
          type="email"
          label={t('conversations.transcript.to')}
          maxLength={LIMITS.email}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          required
        />
      </ActionForm>
    </Dialog>
  );
}
