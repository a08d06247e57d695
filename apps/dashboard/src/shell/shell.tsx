import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { endSession } from '../account/end-session.ts';
import { queries } from '../api/queries.ts';
import { UpdateBar } from '../app-shell/update-bar.tsx';
import { FeedProvider } from '../feed/use-feed.tsx';
import { Notifier } from '../notices/notifier.tsx';
import { ViewNotifier } from '../notices/view-notifier.tsx';
import { PaletteProvider } from '../palette/palette-provider.tsx';
import { usePreferredLook } from '../settings/use-preferred-look.ts';
import { ShortcutProvider } from '../shortcuts/use-shortcuts.tsx';
import { HintLayer } from '../ui/hint-layer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';
import { useKeyboardRoom } from './use-keyboard-room.ts';

/** The frame of every signed-in screen: navigation, the state of the line, the screen itself. */
export function Shell() {
  const { t } = useTranslation();
  const session = useQuery(queries.session);
  usePreferredLook();
  useKeyboardRoom();
  useEffect(() => {
    // Over, or signed out in another tab: everything on screen belongs to nobody. The router asks again who is there.
    if (session.data === null) endSession();
  }, [session.data]);
  if (!session.data) return null;
  return (
    <FeedProvider>
      <ShortcutProvider>
        <PaletteProvider>
          <a className={classes.skip} href="#screen">
            {t('shell.skip')}
          </a>
          <div className={classes.frame}>
            <Navigation session={session.data} />
            <div className={classes.screen}>
              <UpdateBar />
              <ConnectionBanner />
              <main id="screen" tabIndex={-1} className={classes.main}>
                <Outlet />
              </main>
            </div>
          </div>
          <HintLayer />
          <Notifier />
          <ViewNotifier />
        </PaletteProvider>
      </ShortcutProvider>
    </FeedProvider>
  );
}
