import { Link } from '@tanstack/react-router';
import type { Session } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { useUnread } from '../notices/use-unread-badge.ts';
import { PaletteButton } from '../palette/palette-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { AccountMenu } from './account-menu.tsx';
import { MoreMenu } from './more-menu.tsx';
import { IN_BAR, PLACES } from './places.ts';
import classes from './shell.module.css';
import { useTeamNews } from './use-team-news.ts';

/** A slim rail at a desk; on a phone a bar under the thumb (N4). */
export function Navigation({ session }: { session: Session }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
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
        {(isPhone ? IN_BAR : PLACES).map(({ to, icon, name }) => (
          <li key={to}>
            {/* Pressed again it leads back to the list, wherever in it one is. */}
            <Link to={to} params={{ conversation: undefined, page: undefined }} search={{}} className={classes.link}>
              <Icon name={icon} size={22} />
              <span className={classes.word}>{t(name)}</span>
              {icon === 'chatting' && <UnreadBadge />}
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes.end}>
        {!isPhone && <PaletteButton />}
        {isPhone ? <MoreMenu session={session} /> : <AccountMenu session={session} />}
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
