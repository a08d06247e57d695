import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { ReadingPage } from '../ui/reading-page.tsx';
import { AccountForm } from './account-form.tsx';
import { IpBlocks } from './ip-blocks.tsx';
import { MyLook } from './my-look.tsx';
import { Team } from './team.tsx';

export function SettingsPage() {
  const { t } = useTranslation();
  const { data: session } = useQuery(queries.session);
  useDocumentTitle(`${t('settings.title')} · Vetrina`);
  if (!session) return null;
  return (
    <ReadingPage title={t('settings.title')}>
      <AccountForm session={session} />
      <IpBlocks />
      <Team me={session.agent.id} />
      <MyLook />
    </ReadingPage>
  );
}
