import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './shell.module.css';
import type { MyStatusChoice } from './use-my-status.ts';

/** C5: online or offline, as the agent chooses. */
export function StatusSwitch({ status }: { status: MyStatusChoice }) {
  const { t } = useTranslation();
  return (
    <div className={classes.status}>
      <Switch
        label={t('conversations.status.label')}
        checked={status.isOnline}
        onChange={(event) => status.choose(event.currentTarget.checked ? 'online' : 'offline')}
      />
      <p>{t('conversations.status.hint')}</p>
      <ErrorNote error={status.error} />
    </div>
  );
}
