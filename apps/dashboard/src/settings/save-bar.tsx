import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './settings.module.css';

interface SaveBarProps {
  isChanged: boolean;
  isDisabled: boolean;
  save: { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: unknown };
}

/** Stays in sight at the foot of a form while something is not saved. */
export function SaveBar({ isChanged, isDisabled, save }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.save} data-changed={isChanged || undefined}>
      <Button type="submit" disabled={isDisabled || !isChanged} loading={save.isPending}>
        {t('settings.save')}
      </Button>
      <span role="status">{save.isSuccess && !isChanged && t('settings.saved')}</span>
      <ErrorNote error={save.error} />
    </div>
  );
}
