import { Link, useMatchRoute } from '@tanstack/react-router';
import type { Session } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { useInstallOffer } from '../app-shell/use-app-shell.ts';
import { useOpenPalette } from '../palette/palette-provider.tsx';
import { Icon } from '../ui/icon.tsx';
import menu from '../ui/menu.module.css';
import { MenuItem } from '../ui/menu-item.tsx';
import { Popup } from '../ui/popup.tsx';
import { walkMenu } from '../ui/walk-menu.ts';
import { MyMenuItems, WhoAmI } from './account-menu.tsx';
import { MyFace } from './my-face.tsx';
import { UNDER_MORE } from './places.ts';
import classes from './shell.module.css';
import { useMyStatus } from './use-my-status.ts';

/** N4: what a phone's bar has no room for: the other places, and oneself. */
export function MoreMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const status = useMyStatus();
  const matches = useMatchRoute();
  const isHere = UNDER_MORE.some(({ to }) => matches({ to, fuzzy: true }) !== false);
  return (
    <Popup
      label={t('phone.more')}
      button={(button) => (
        <button {...button} type="button" className={classes.link} data-here={isHere || undefined}>
          <MyFace name={session.agent.name} isOnline={status.isOnline} />
          <span className={classes.word}>{t('phone.more')}</span>
          <span className="visually-hidden">
            {t(status.isOnline ? 'conversations.status.online' : 'conversations.status.offline')}
          </span>
        </button>
      )}
    >
      {(close) => (
        <>
          <WhoAmI session={session} status={status} />
          <div role="menu" aria-label={t('phone.more')} className={menu.menu} onKeyDown={walkMenu}>
            {UNDER_MORE.map(({ to, icon, name }) => (
              <Link key={to} to={to} role="menuitem" onClick={close}>
                <Icon name={icon} />
                {t(name)}
              </Link>
            ))}
            <PaletteItem onPick={close} />
            <InstallItem onPick={close} />
            <hr />
            <MyMenuItems close={close} />
          </div>
        </>
      )}
    </Popup>
  );
}

/** D1: what Ctrl K opens at a desk. */
function PaletteItem({ onPick }: { onPick: () => void }) {
  const { t } = useTranslation();
  const open = useOpenPalette();
  return <MenuItem icon="search" words={t('desk.palette.open')} close={onPick} onPick={open} />;
}

/** N3: at hand where the app is not installed and can be. */
function InstallItem({ onPick }: { onPick: () => void }) {
  const { t } = useTranslation();
  const { way, install } = useInstallOffer();
  if (way === 'none') return null;
  if (way === 'by-hand') {
    return (
      <Link to="/settings/$place" params={{ place: 'look' }} hash="app" role="menuitem" onClick={onPick}>
        <Icon name="download" />
        {t('phone.install.action')}
      </Link>
    );
  }
  return <MenuItem icon="download" words={t('phone.install.action')} close={onPick} onPick={install} />;
}
