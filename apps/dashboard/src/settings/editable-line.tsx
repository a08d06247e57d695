import type { QueryKey } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../api/use-change.ts';
import { Confirm } from '../ui/confirm.tsx';
import { IconButton } from '../ui/icon-button.tsx';

interface EditableLineProps {
  /** The names of both buttons, and what follows from removing. */
  words: { readonly edit: string; readonly remove: string; readonly consequence: string };
  onEdit: () => void;
  onRemove: () => Promise<unknown>;
  /** What is asked for again once it is gone. */
  shown: readonly QueryKey[];
  children: ReactNode;
}

/** Something of the account in a list: edited in a dialog, removed after a question. */
export function EditableLine({ words, onEdit, onRemove, shown, children }: EditableLineProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const remove = useChange(onRemove, shown);
  return (
    <li>
      {children}
      <IconButton icon="edit" label={words.edit} onClick={onEdit} />
      <IconButton icon="remove" label={words.remove} onClick={() => setAsked(true)} />
      <Confirm
        title={words.remove}
        text={words.consequence}
        action={t('ui.remove')}
        isOpen={isAsked}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsked(false)}
      />
    </li>
  );
}
