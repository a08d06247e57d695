import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { playTone } from '../notices/tones.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { Section } from '../ui/reading-page.tsx';
import { usePreferences } from '../ui/use-preferences.ts';
import classes from './notification-settings.module.css';

/** C8: how this agent hears of conversations. Follows the person, except for what each browser must be asked. */
export function NotificationSettings() {
  const { t } = useTranslation();
  const { preferences, choose, error } = usePreferences();
  const { notifications } = preferences;
  const change = (changes: Partial<typeof notifications>): void =>
    choose({ notifications: { ...notifications, ...changes } });
  return (
    <Section title={t('notifications.title')} lead={t('notifications.lead')} anchor="notifications">
      <Switch
        label={t('notifications.sound')}
        description={t('notifications.soundText')}
        checked={notifications.sound}
        onChange={(event) => change({ sound: event.currentTarget.checked })}
      />
      <div className={classes.under}>
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="bell" />}
          onClick={() => void playTone('new-conversation')}
        >
          {t('notifications.try')}
        </Button>
      </div>
      <Switch
        label={t('notifications.desktop')}
        description={t('notifications.desktopText')}
        checked={notifications.desktop}
        onChange={(event) => change({ desktop: event.currentTarget.checked })}
      />
      {notifications.desktop && <BrowserPermission />}
      <Switch
        label={t('notifications.whenOffline')}
        checked={notifications.whenOffline}
        onChange={(event) => change({ whenOffline: event.currentTarget.checked })}
      />
      <ErrorNote error={error} />
    </Section>
  );
}

/** Browsers ask only after a press of a button, and only once. */
function BrowserPermission() {
  const { t } = useTranslation();
  const isKnown = 'Notification' in window;
  const [permission, setPermission] = useState(isKnown ? Notification.permission : 'denied');
  if (!isKnown) return <p className={`hint ${classes.under}`}>{t('notifications.unsupported')}</p>;
  if (permission === 'granted') return null;
  if (permission === 'denied') return <p className={`hint ${classes.under}`}>{t('notifications.denied')}</p>;
  return (
    <div className={classes.under}>
      <Button size="sm" onClick={() => void Notification.requestPermission().then(setPermission)}>
        {t('notifications.allow')}
      </Button>
    </div>
  );
}
