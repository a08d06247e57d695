import type { PushedNotification } from '@vetrina/protocol/push';

/** What a page or the worker has the system show. */
export type ShownNotice = Omit<PushedNotification, 'unread'>;

/** What a notification carries, for when it is pressed and for those after it. */
export type NoticeData = Pick<ShownNotice, 'at' | 'target'>;

/** `renotify`, `badge` and `timestamp` are in no library of types: https://notifications.spec.whatwg.org/#dictdef-notificationoptions */
interface NoticeOptions extends NotificationOptions {
  readonly renotify: boolean;
  readonly timestamp: number;
}

type Shelf = Pick<ServiceWorkerRegistration, 'getNotifications' | 'showNotification'>;

/**
 * Shows a notice in the place of what was said under its tag. A page and a push may both bring the same one: the second keeps
 * quiet. What comes late does not hide what is newer.
 */
export async function showNotice(shelf: Shelf, { title, body, language, tag, at, target }: ShownNotice): Promise<void> {
  const shown = await shelf.getNotifications({ tag });
  const newest = Math.max(0, ...shown.map(({ data }) => (data as NoticeData | null)?.at ?? 0));
  if (newest > at) return;
  const isAgain = newest === at;
  const options: NoticeOptions = {
    ...{ body, tag, lang: language, timestamp: at, renotify: !isAgain, silent: isAgain },
    ...{ icon: '/icons/icon-192.png', badge: '/icons/badge-96.png', data: { at, target } satisfies NoticeData },
  };
  await shelf.showNotification(title, options);
}

/** Somebody looks at what it says. */
export async function takeBack(shelf: Pick<Shelf, 'getNotifications'>, tag: string): Promise<void> {
  for (const notification of await shelf.getNotifications({ tag })) notification.close();
}
