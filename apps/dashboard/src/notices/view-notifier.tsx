import { useNavigate } from '@tanstack/react-router';
import type { ViewEntered } from '@vetrina/protocol/messages/views';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentFeed, useChat } from '../feed/use-feed.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { usePreferences } from '../ui/use-preferences.ts';
import { useViewNews } from '../views/use-view-news.ts';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import { mayShow } from './notifier.tsx';
import { inOneTab } from './one-tab.ts';
import { playTone } from './tones.ts';
import classes from './view-notifier.module.css';

/** How long a notice stays on screen, ms. */
const STAYS_FOR = 10_000;

/** SV6: hears who entered a view that this agent wants to be told of, and says so once, in one tab. */
export function ViewNotifier() {
  const { t } = useTranslation();
  const feed = useAgentFeed();
  const navigate = useNavigate();
  const titleOf = useVisitorTitle();
  const { notifications } = usePreferences().preferences;
  const isOffline = useChat(({ team, me }) => team?.find(({ id }) => id === me)?.online === false);
  const [shown, setShown] = useState<ViewEntered | null>(null);
  useViewNews();

  const words = ({ people, visitor, view }: ViewEntered): string =>
    people === 1
      ? t('views.enteredOne', { name: titleOf(visitor), view: view.name })
      : t('views.entered', { count: people, view: view.name });
  const open = ({ view, visitor }: ViewEntered): void => {
    setShown(null);
    void navigate({ to: '/visitors', search: { view: view.id, visitor: visitor.id } });
  };
  const show = (entered: ViewEntered): void => {
    // The same view again replaces what it said before.
    const notice = new Notification(words(entered), { tag: entered.view.id, icon: '/favicon.svg' });
    notice.onclick = () => {
      window.focus();
      notice.close();
      open(entered);
    };
  };
  const hear = useEffectEvent((entered: ViewEntered) => {
    if (isOffline && !notifications.whenOffline) return;
    const isInFront = document.visibilityState === 'visible' && document.hasFocus();
    const tell = (): void => {
      setShown(entered);
      if (notifications.sound) void playTone('view-entered');
      if (notifications.desktop && !isInFront && mayShow()) show(entered);
    };
    inOneTab(`view ${entered.view.id} ${entered.at}`, isInFront, tell, (then, ms) => setTimeout(then, ms));
  });
  useEffect(() => feed?.onViewNews((news) => news.type === 'view-entered' && hear(news)), [feed]);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), STAYS_FOR);
    return () => clearTimeout(timer);
  }, [shown]);

  return (
    <div role="status" className={classes.place}>
      {shown && (
        <div className={classes.notice}>
          <button type="button" className={classes.words} onClick={() => open(shown)}>
            <Icon name="bell" />
            {words(shown)}
          </button>
          <IconButton icon="close" size="md" label={t('ui.close')} onClick={() => setShown(null)} />
        </div>
      )}
    </div>
  );
}
