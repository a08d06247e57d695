import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Session } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { initials } from '../visitors/avatar-look.ts';
import classes from './shell.module.css';

export function AccountMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const signOut = async (): Promise<void> => {
    await call('signOut', {}).catch(() => undefined);
    queryClient.clear();
    // A fresh page: nothing of this session stays in memory.
    location.assign('/sign-in');
  };
  return (
    <Menu position="right-end" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.link}>
          <span className={classes.face} aria-hidden="true">
            {initials(session.agent.name)}
          </span>
          {t('shell.me')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{session.agent.name}</strong>
          <span>
            {session.account.name} · {session.account.plan}
          </span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings" hash="mine">
          {t('shell.myLook')}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
