import { Button, Textarea, TextInput } from '@mantine/core';
import type { Shortcut } from '@vetrina/protocol/http/conversations';
import { LIMITS } from '@vetrina/protocol/limits';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './settings.module.css';
import { useChange } from './settings-queries.ts';

interface ShortcutFormProps {
  /** null: a new one. */
  shortcut: Shortcut | null;
  scope: Shortcut['scope'];
  onDone: () => void;
}

export function ShortcutForm({ shortcut, scope, onDone }: ShortcutFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(shortcut?.name ?? '');
  const [text, setText] = useState(shortcut?.text ?? '');
  const save = useChange(
    () =>
      shortcut === null
        ? call('addShortcut', { body: { name, text, scope } })
        : call('editShortcut', { params: { shortcut: shortcut.id }, body: { name, text } }),
    [queries.shortcuts.queryKey],
    onDone,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label={t('settings.shortcuts.name')}
        description={t('settings.shortcuts.nameText')}
        leftSection="/"
        required
        withAsterisk={false}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={LIMITS.shortcutName}
        pattern="[\p{L}\p{N}_\-]+"
        value={name}
        onChange={(event) => setName(event.currentTarget.value.replace(/\s+/g, '-'))}
      />
      <Textarea
        label={t('settings.shortcuts.text')}
        required
        withAsterisk={false}
        rows={6}
        maxLength={LIMITS.message}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ErrorNote error={save.error} />
      <Button type="submit" loading={save.isPending}>
        {t('settings.save')}
      </Button>
    </form>
  );
}
