import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './page-frame.module.css';

/** What automation consists of, each a place of its own. */
const PARTS = [
  { to: '/automation/messages', name: 'automation.messages' },
  { to: '/automation/chatbots', name: 'chatbots.title' },
] as const;

/** The ways between the parts of automation. */
export function AutomationTabs() {
  const { t } = useTranslation();
  return (
    <nav className={classes.tabs} aria-label={t('automation.title')}>
      {PARTS.map(({ to, name }) => (
        <Link key={to} to={to} className={classes.tab}>
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
