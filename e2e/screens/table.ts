import type { Screen } from './screen.ts';
import { ACCOUNT_SCREENS } from './table/account.ts';
import { APP_SCREENS } from './table/app.ts';
import { AUTOMATION_SCREENS } from './table/automation.ts';
import { BOX_SCREENS } from './table/chat-box.ts';
import { CONVERSATION_SCREENS } from './table/conversations.ts';
import { DESK_SCREENS } from './table/desk.ts';
import { HELP_SCREENS } from './table/help.ts';
import { SETTINGS_SCREENS } from './table/settings.ts';
import { STATE_SCREENS } from './table/states.ts';
import { STATISTICS_SCREENS } from './table/statistics.ts';
import { VIEW_SCREENS } from './table/views.ts';
import { VISITOR_SCREENS } from './table/visitors.ts';

/** Every screen of the product and every state of one worth looking at, once: what is looked at, photographed and tested. */
export const SCREENS: readonly Screen[] = [
  ...ACCOUNT_SCREENS,
  ...VISITOR_SCREENS,
  ...VIEW_SCREENS,
  ...DESK_SCREENS,
  ...CONVERSATION_SCREENS,
  ...AUTOMATION_SCREENS,
  ...STATISTICS_SCREENS,
  ...HELP_SCREENS,
  ...SETTINGS_SCREENS,
  ...STATE_SCREENS,
  ...APP_SCREENS,
  ...BOX_SCREENS,
];

/** Screens that a phone lays out otherwise than a desk; the others are like one of these. */
const LAID_OUT_ANEW = new Set([
  ...['sign-in', 'sign-up', 'invitation', 'setup'],
  ...['visitors', 'visitors-hostile', 'visitors-nobody-matches', 'visitors-waiting-for-first', 'search-help'],
  ...['icon-legend', 'visitor-details', 'visitor-details-below', 'visitor-details-hostile', 'visitor-block-menu'],
  ...['visitor-write', 'view-changed', 'view-save', 'palette-hits', 'map'],
  ...['inbox', 'inbox-resolved-filters', 'conversation', 'conversation-hostile', 'conversation-emoji'],
  ...['conversation-shortcuts', 'conversation-menu', 'conversation-transfer', 'conversation-tags'],
  ...['messages', 'messages-menu', 'message-presets', 'message', 'message-below', 'message-results', 'message-dry-run'],
  ...['chatbots', 'chatbot', 'chatbot-statistics'],
  ...['statistics', 'statistics-below', 'statistics-table', 'statistics-free'],
  ...['help', 'help-page', 'help-hits', 'help-panel', 'support-box'],
  ...['settings-profile', 'settings-look', 'settings-team', 'settings-groups', 'settings-hours', 'settings-box'],
  ...['settings-plan', 'settings-invite', 'install', 'account-menu'],
  ...['reconnecting', 'messages-not-read', 'push-on', 'offline', 'lost-page'],
  ...['box', 'box-conversation', 'box-menu', 'box-offline', 'box-popup'],
]);

export const isLaidOutAnew = ({ name, only }: Screen): boolean => only === 'phone' || LAID_OUT_ANEW.has(name);
