import { useTranslation } from 'react-i18next';
import { NotificationSettings } from '../conversations/notification-settings.tsx';
import { PushSettings } from '../notices/push-settings.tsx';
import { ReadingPage } from '../ui/reading-page.tsx';

/** C8: how one hears of conversations. */
export function NotificationsPage() {
  const { t } = useTranslation();
  return (
    <ReadingPage title={t('settings.places.notifications')}>
      <NotificationSettings />
      <PushSettings />
    </ReadingPage>
  );
}
