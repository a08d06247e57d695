import { Textarea, TextInput } from '@mantine/core';
import type { NewTag, Tag } from '@vetrina/protocol/http/conversations';
import { LIMITS } from '@vetrina/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { ColorChoice } from '../ui/color-choice.tsx';

interface TagFormProps {
  /** null: a new one. */
  tag: Tag | null;
  onDone: () => void;
}

export function TagForm({ tag, onDone }: TagFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<NewTag>(
    tag
      ? { name: tag.name, color: tag.color, description: tag.description }
      : { name: '', color: 'teal', description: '' },
  );
  const save = useChange(
    () => (tag === null ? call('addTag', { body: draft }) : call('editTag', { params: { tag: tag.id }, body: draft })),
    [queries.tags.queryKey],
    onDone,
  );
  return (
    <ActionForm action={t('settings.save')} deed={save} onSubmit={() => save.mutate()}>
      <TextInput
        label={t('settings.tags.name')}
        required
        withAsterisk={false}
        autoFocus
        maxLength={LIMITS.tagName}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <ColorChoice color={draft.color} onChoose={(color) => setDraft({ ...draft, color })} />
      <Textarea
        label={t('settings.tags.description')}
        rows={3}
        maxLength={300}
        value={draft.description}
        onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
      />
    </ActionForm>
  );
}
