import { Link } from '@tanstack/react-router';
import type { Session } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { useUnread } from '../notices/use-unread-badge.ts';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { AccountMenu } from './account-menu.tsx';
import classes from './shell.module.css';
import { useTeamNews } from './use-team-news.ts';

const PLACES = [
  { to: '/visitors', icon: 'visitors', name: 'shell.visitors' },
  { to: '/conversations/{-$conversation}', icon: 'chatting', name: 'conversations.title' },
  { to: '/automation', icon: 'auto-messaged', name: 'automation.title' },
  { to: '/statistics', icon: 'statistics', name: 'statistics.title' },
  { to: '/install', icon: 'install', name: 'shell.install' },
  { to: '/settings', icon: 'settings', name: 'shell.settings' },
] as const;

/** A slim rail at a desk, a bar under the thumb on a phone. */
export function Navigation({ session }: { session: Session }) {
  const { t } = useTranslation();
  useTeamNews(session);
  return (
    <nav className={classes.rail} aria-label={t('shell.navigation')}>
      <Link
        to="/visitors"
        className={classes.home}
        aria-label={t('shell.home')}
        activeProps={{ 'aria-current': false }}
      >
        <Logo size={40} />
      </Link>
      <ul className={classes.list}>
        {PLACES.map(({ to, icon, name }) => (
          <li key={to}>
            {/* Pressed again it leads back to the list, wherever in it one is. */}
            <Link to={to} params={{ conversation: undefined }} search={{}} className={classes.link}>
              <Icon name={icon} size={22} />
              {t(name)}
              {icon === 'chatting' && <UnreadBadge />}
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes.end}>
        <AccountMenu session={session} />
      </div>
    </nav>
  );
}

function UnreadBadge() {
  const { t } = useTranslation();
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className={classes.badge}>
      <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
      <span className="visually-hidden">{t('conversations.unreadBadge', { count: unread, number: unread })}</span>
    </span>
  );
}
