import type { PushTarget } from '@vetrina/protocol/push';

/** The address in the dashboard to which a notification leads. */
export function pathOf(target: PushTarget): string {
  switch (target.to) {
    case 'conversation':
      return `/conversations/${encodeURIComponent(target.conversation)}`;
    case 'visitor':
      return `/visitors?visitor=${encodeURIComponent(target.visitor)}`;
    case 'visitors':
      return '/visitors';
    case 'view':
      return `/visitors?view=${encodeURIComponent(target.view)}`;
    case 'notification-settings':
      return '/settings/notifications';
  }
}
