import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { HELP_CONTEXTS } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import classes from './install.module.css';
import { InstallStatus } from './install-status.tsx';
import { SnippetBox } from './snippet-box.tsx';

export function InstallPage() {
  const { t } = useTranslation();
  const { data: session } = useQuery(queries.session);
  useDocumentTitle(`${t('install.title')} · Vetrina`);
  return (
    <ReadingPage
      title={t('install.title')}
      lead={t('install.lead')}
      tools={<HelpButton about={HELP_CONTEXTS.install} />}
    >
      {session && <SnippetBox accountKey={session.account.key} />}
      <p>{t('install.smartsupp')}</p>
      <Section title={t('install.status.title')}>
        <InstallStatus />
        <p>
          <Link to="/visitors">{t('install.status.toVisitors')}</Link>
        </p>
      </Section>
      <Section title={t('install.trouble.title')}>
        <Troubleshooting />
      </Section>
    </ReadingPage>
  );
}

const CAUSES = ['page', 'blocker', 'csp', 'https', 'consent'] as const;

export function Troubleshooting() {
  const { t } = useTranslation();
  return (
    <ul className={classes.trouble}>
      {CAUSES.map((cause) => (
        <li key={cause}>{t(`install.trouble.${cause}`)}</li>
      ))}
    </ul>
  );
}
