import { useNavigate, useRouter } from '@tanstack/react-router';
import type { Notice } from '@vetrina/protocol/messages/inbox';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentFeed, useChat } from '../feed/use-feed.tsx';
import { usePreferences } from '../ui/use-preferences.ts';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import { followWorker } from './follow-worker.ts';
import { inOneTab } from './one-tab.ts';
import { showOnSystem, takeBackFromSystem } from './show-on-system.ts';
import { playTone } from './tones.ts';
import { useThisDevice } from './use-this-device.ts';
import { useUnreadBadge } from './use-unread-badge.ts';

/** C8: hears every notice, whatever screen is open, and makes it heard: once, in one tab. */
export function Notifier() {
  const { t, i18n } = useTranslation();
  const feed = useAgentFeed();
  const navigate = useNavigate();
  const { history } = useRouter();
  const titleOf = useVisitorTitle();
  const { notifications } = usePreferences().preferences;
  const open = useChat((chat) => chat.conversation?.id ?? null);
  const isOffline = useChat(({ team, me }) => team?.find(({ id }) => id === me)?.online === false);
  useUnreadBadge();
  // A browser that hears pushes says so at every start: the session it belongs to may be another one.
  useThisDevice();

  const show = ({ because, conversation, visitor, text, at }: Notice): void => {
    const title = t(`notifications.because.${because}`, { name: titleOf(visitor) });
    const target = { to: 'conversation', conversation } as const;
    const follow = (): void =>
      void navigate({ to: '/conversations/{-$conversation}', params: { conversation }, search: {} });
    // The same conversation again replaces what it said before.
    void showOnSystem({ title, body: text, language: i18n.language, tag: conversation, at, target }, follow);
  };
  const hear = useEffectEvent((notice: Notice) => {
    if (isOffline && !notifications.whenOffline) return;
    const isInFront = document.visibilityState === 'visible' && document.hasFocus();
    const tell = (): void => {
      // Somebody is looking at it: the message itself is notice enough.
      if (isInFront && open === notice.conversation) return;
      if (notifications.sound) void playTone(notice.because);
      if (notifications.desktop && !isInFront) show(notice);
    };
    inOneTab(`${notice.conversation} ${notice.at} ${notice.because}`, isInFront, tell, (then, ms) =>
      setTimeout(then, ms),
    );
  });
  useEffect(() => feed?.onNotice(hear), [feed]);
  useEffect(() => {
    const { serviceWorker } = navigator;
    return serviceWorker ? followWorker(serviceWorker, (path) => history.push(path)) : undefined;
  }, [history]);
  useEffect(() => {
    if (open === null) return;
    const takeBack = (): void => {
      if (document.visibilityState === 'visible') void takeBackFromSystem(open);
    };
    takeBack();
    document.addEventListener('visibilitychange', takeBack);
    return () => document.removeEventListener('visibilitychange', takeBack);
  }, [open]);
  return null;
}
