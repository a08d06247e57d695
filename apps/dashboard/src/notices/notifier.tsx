import { useNavigate } from '@tanstack/react-router';
import type { Notice } from '@vetrina/protocol/messages/inbox';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentFeed, useChat } from '../feed/use-feed.tsx';
import { usePreferences } from '../ui/use-preferences.ts';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import { inOneTab } from './one-tab.ts';
import { playTone } from './tones.ts';
import { useUnreadBadge } from './use-unread-badge.ts';

/** C8: hears every notice, whatever screen is open, and makes it heard: once, in one tab. */
export function Notifier() {
  const { t } = useTranslation();
  const feed = useAgentFeed();
  const navigate = useNavigate();
  const titleOf = useVisitorTitle();
  const { notifications } = usePreferences().preferences;
  const open = useChat((chat) => chat.conversation?.id ?? null);
  const isOffline = useChat(({ team, me }) => team?.find(({ id }) => id === me)?.online === false);
  useUnreadBadge();

  const show = (notice: Notice): void => {
    const title = t(`notifications.because.${notice.because}`, { name: titleOf(notice.visitor) });
    // The same conversation again replaces what it said before.
    const shown = new Notification(title, { body: notice.text, tag: notice.conversation, icon: '/favicon.svg' });
    shown.onclick = () => {
      window.focus();
      shown.close();
      void navigate({
        to: '/conversations/{-$conversation}',
        params: { conversation: notice.conversation },
        search: {},
      });
    };
  };
  const hear = useEffectEvent((notice: Notice) => {
    if (isOffline && !notifications.whenOffline) return;
    const isInFront = document.visibilityState === 'visible' && document.hasFocus();
    const tell = (): void => {
      // Somebody is looking at it: the message itself is notice enough.
      if (isInFront && open === notice.conversation) return;
      if (notifications.sound) void playTone(notice.because);
      if (notifications.desktop && !isInFront && mayShow()) show(notice);
    };
    inOneTab(`${notice.conversation} ${notice.at} ${notice.because}`, isInFront, tell, (then, ms) =>
      setTimeout(then, ms),
    );
  });
  useEffect(() => feed?.onNotice(hear), [feed]);
  return null;
}

/** Browsers ask their own permission besides. */
export function mayShow(): boolean {
  return 'Notification' in window && Notification.permission === 'granted';
}
