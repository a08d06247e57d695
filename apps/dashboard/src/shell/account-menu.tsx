import { Link } from '@tanstack/react-router';
import type { Session } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../account/use-sign-out.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import menu from '../ui/menu.module.css';
import { Popup } from '../ui/popup.tsx';
import { walkMenu } from '../ui/walk-menu.ts';
import { initials } from '../visitors/avatar-look.ts';
import classes from './shell.module.css';
import { StatusSwitch } from './status-switch.tsx';
import { useMyStatus } from './use-my-status.ts';

export function AccountMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const status = useMyStatus();
  const { signOut, error } = useSignOut();
  return (
    <Popup
      label={t('shell.me')}
      width={240}
      button={(button) => (
        <button {...button} type="button" className={classes.link}>
          <span className={classes.faceBox} data-online={status.isOnline || undefined} aria-hidden="true">
            <span className={classes.face}>{initials(session.agent.name)}</span>
          </span>
          {t('shell.me')}
          <span className="visually-hidden">
            {t(status.isOnline ? 'conversations.status.online' : 'conversations.status.offline')}
          </span>
        </button>
      )}
    >
      {(close) => (
        <>
          <div className={classes.who}>
            <strong>{session.agent.name}</strong>
            <span>
              {session.account.name} · {session.account.plan}
            </span>
          </div>
          <StatusSwitch status={status} />
          <ErrorNote error={error} />
          <div role="menu" aria-label={t('shell.me')} className={menu.menu} onKeyDown={walkMenu}>
            <Link to="/settings/$place" params={{ place: 'look' }} role="menuitem" onClick={close}>
              {t('shell.myLook')}
            </Link>
            <button type="button" role="menuitem" onClick={signOut}>
              {t('shell.signOut')}
            </button>
          </div>
        </>
      )}
    </Popup>
  );
}
