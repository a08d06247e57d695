import type { PlaceName } from '../settings/settings-places.ts';
import type { HelpPageName } from './contents.ts';

/** Where in the help something is: a page, and from which heading on. */
export type HelpPlace = HelpPageName | `${HelpPageName}#${string}`;

/** THE table: what "?" opens on a screen. A screen that is added adds its line. */
export const HELP_CONTEXTS = {
  visitors: 'visitors',
  details: 'details',
  conversations: 'inbox',
  conversation: 'answering',
  messages: 'automatic-messages',
  'message-editor': 'automatic-messages#parts',
  chatbots: 'chatbots',
  'chatbot-editor': 'chatbots#canvas',
  statistics: 'statistics',
  install: 'install',
  settings: 'team',
} as const satisfies Record<string, HelpPlace>;

export type HelpContext = keyof typeof HELP_CONTEXTS;

/** The same for the pages of the settings. */
export const SETTINGS_HELP = {
  profile: 'team#you',
  notifications: 'notifications',
  look: 'team#you',
  team: 'team',
  groups: 'team#groups',
  hours: 'away#hours',
  box: 'install#look',
  shortcuts: 'answering#shortcuts',
  tags: 'answering#tags',
  blocked: 'blocking',
  account: 'privacy',
  identity: 'identify#verified',
  plan: 'plans',
} as const satisfies Record<PlaceName, HelpPlace>;

export function pageAndAnchor(place: HelpPlace): { readonly page: HelpPageName; readonly anchor: string | null } {
  const [page, anchor = null] = place.split('#');
  return { page: page as HelpPageName, anchor };
}
