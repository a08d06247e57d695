import { useTranslation } from 'react-i18next';
import { ReadingPage } from '../ui/reading-page.tsx';
import { AccountForm } from './account-form.tsx';
import type { PlaceProps } from './place-props.ts';

/** The business, the websites its snippet may stand on, and what is recorded about visitors (T3). */
export function AccountPage({ session }: PlaceProps) {
  const { t } = useTranslation();
  return (
    <ReadingPage title={t('settings.places.account')}>
      <AccountForm session={session} />
    </ReadingPage>
  );
}
