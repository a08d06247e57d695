import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import classes from './editor-bar.module.css';
import { OutdatedNote } from './outdated-note.tsx';
import type { RuleDrafting } from './use-rule-draft.ts';

interface EditorBarProps {
  drafting: RuleDrafting;
  /** Not kept yet at all. */
  isNew: boolean;
  /** Somebody else saved it meanwhile: what is done about it. */
  settle?: (whose: 'theirs' | 'ours') => Promise<unknown>;
  save: { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: unknown };
  onTry: () => void;
  onReset: () => void;
}

/** At the foot of the editor, always in sight: saved only when somebody says so. */
export function EditorBar({ drafting, isNew, settle, save, onTry, onReset }: EditorBarProps) {
  const { t } = useTranslation();
  const { isChanged, isWrong } = drafting;
  const isUnsaved = isNew || isChanged;
  return (
    <div className={classes.foot}>
      <Button type="submit" disabled={!isUnsaved} loading={save.isPending}>
        {t('settings.save')}
      </Button>
      <Button variant="default" leftSection={<Icon name="history" size={16} />} disabled={isWrong} onClick={onTry}>
        {t('automation.menu.try')}
      </Button>
      {isChanged && !isNew && (
        <Button variant="subtle" color="gray" onClick={onReset}>
          {t('automation.editor.discard')}
        </Button>
      )}
      <span role="status" data-good={(!isUnsaved && save.isSuccess) || undefined}>
        {isUnsaved ? t('automation.editor.unsaved') : save.isSuccess && t('settings.saved')}
      </span>
      {settle && isOutdated(save.error) ? (
        <OutdatedNote what="rule" settle={settle} />
      ) : (
        <ErrorNote error={save.error} />
      )}
    </div>
  );
}

const isOutdated = (error: unknown): boolean => error instanceof ApiError && error.code === 'changed_meanwhile';
