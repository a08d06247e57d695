import type { IconName } from '../ui/icon-paths.ts';

/**
 * The places of the dashboard. At a desk the rail shows all of them; a phone's bar has room for those of `bar`, the others
 * stand under "More". Five in the bar, "More" with them, are the most that fit 320 px in every language.
 */
export const PLACES = [
  { to: '/visitors', icon: 'visitors', name: 'shell.visitors', phone: 'bar' },
  { to: '/conversations/{-$conversation}', icon: 'chatting', name: 'conversations.title', phone: 'bar' },
  { to: '/automation', icon: 'auto-messaged', name: 'automation.title', phone: 'bar' },
  { to: '/install', icon: 'install', name: 'shell.install', phone: 'more' },
  { to: '/settings', icon: 'settings', name: 'shell.settings', phone: 'more' },
  { to: '/help/{-$page}', icon: 'help', name: 'help.title', phone: 'more' },
] as const satisfies readonly { to: string; icon: IconName; name: string; phone: 'bar' | 'more' }[];

export const IN_BAR = PLACES.filter(({ phone }) => phone === 'bar');
export const UNDER_MORE = PLACES.filter(({ phone }) => phone === 'more');
