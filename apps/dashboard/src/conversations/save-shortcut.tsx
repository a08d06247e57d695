import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LIMITS } from '@vetrina/protocol/limits';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './conversation-dialogs.module.css';

interface SaveShortcutProps {
  text: string;
  onClose: () => void;
}

/** C4: what was said well is kept for the next time. */
export function SaveShortcut({ text, onClose }: SaveShortcutProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [words, setWords] = useState(text);
  const save = useMutation({
    mutationFn: () => call('addShortcut', { body: { name, text: words, scope: 'personal' } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.shortcuts.queryKey });
      onClose();
    },
  });
  const isNamed = /^[\p{L}\p{N}_-]+$/u.test(name);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isNamed) save.mutate();
  };
  return (
    <Dialog title={t('composer.shortcuts.save')} isOpen onClose={onClose}>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          label={t('composer.shortcuts.name')}
          description={t('composer.shortcuts.nameHint')}
          leftSection="/"
          maxLength={LIMITS.shortcutName}
          value={name}
          error={name !== '' && !isNamed ? t('composer.shortcuts.badName') : null}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
          required
        />
        <Textarea
          label={t('composer.shortcuts.text')}
          rows={4}
          maxLength={LIMITS.message}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          required
        />
        <ErrorNote error={save.error} />
        <Button type="submit" loading={save.isPending} disabled={!isNamed || words.trim() === ''}>
          {t('composer.shortcuts.submit')}
        </Button>
      </form>
    </Dialog>
  );
}
