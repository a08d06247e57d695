import { Link } from '@tanstack/react-router';
import type { Session } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../account/use-sign-out.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import menu from '../ui/menu.module.css';
import { Popup } from '../ui/popup.tsx';
import { walkMenu } from '../ui/walk-menu.ts';
import { MyFace } from './my-face.tsx';
import classes from './shell.module.css';
import { StatusSwitch } from './status-switch.tsx';
import { type MyStatusChoice, useMyStatus } from './use-my-status.ts';

export function AccountMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const status = useMyStatus();
  return (
    <Popup
      label={t('shell.me')}
      width={240}
      button={(button) => (
        <button {...button} type="button" className={classes.link}>
          <MyFace name={session.agent.name} isOnline={status.isOnline} />
          {t('shell.me')}
          <span className="visually-hidden">
            {t(status.isOnline ? 'conversations.status.online' : 'conversations.status.offline')}
          </span>
        </button>
      )}
    >
      {(close) => (
        <>
          <WhoAmI session={session} status={status} />
          <div role="menu" aria-label={t('shell.me')} className={menu.menu} onKeyDown={walkMenu}>
            <MyMenuItems close={close} />
          </div>
        </>
      )}
    </Popup>
  );
}

export function WhoAmI({ session, status }: { session: Session; status: MyStatusChoice }) {
  return (
    <>
      <div className={classes.who}>
        <strong>{session.agent.name}</strong>
        <span>
          {session.account.name} · {session.account.plan}
        </span>
      </div>
      <StatusSwitch status={status} />
    </>
  );
}

export function MyMenuItems({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { signOut, error } = useSignOut();
  return (
    <>
      <ErrorNote error={error} />
      <Link to="/settings/$place" params={{ place: 'look' }} role="menuitem" onClick={close}>
        <Icon name="sun" />
        {t('shell.myLook')}
      </Link>
      <button type="button" role="menuitem" onClick={signOut}>
        <Icon name="left" />
        {t('shell.signOut')}
      </button>
    </>
  );
}
