import { Textarea, TextInput } from '@mantine/core';
import type { Shortcut } from '@vetrina/protocol/http/conversations';
import { LIMITS } from '@vetrina/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { ActionForm } from '../ui/action-form.tsx';

interface ShortcutFormProps {
  /** null: a new one. */
  shortcut: Shortcut | null;
  scope: Shortcut['scope'];
  /** What a new one begins with. */
  text?: string;
  onDone: () => void;
}

export function ShortcutForm({ shortcut, scope, text: begin = '', onDone }: ShortcutFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(shortcut?.name ?? '');
  const [text, setText] = useState(shortcut?.text ?? begin);
  const save = useChange(
    () =>
      shortcut === null
        ? call('addShortcut', { body: { name, text, scope } })
        : call('editShortcut', { params: { shortcut: shortcut.id }, body: { name, text } }),
    [queries.shortcuts.queryKey],
    onDone,
  );
  return (
    <ActionForm action={t('settings.save')} deed={save} onSubmit={() => save.mutate()}>
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
    </ActionForm>
  );
}
