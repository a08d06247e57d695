import type { Screen } from './screen.ts';
import { ACCOUNT_SCREENS } from './table/account.ts';
import { AUTOMATION_SCREENS } from './table/automation.ts';
import { BOX_SCREENS } from './table/chat-box.ts';
import { CONVERSATION_SCREENS } from './table/conversations.ts';
import { SETTINGS_SCREENS } from './table/settings.ts';
import { STATE_SCREENS } from './table/states.ts';
import { VISITOR_SCREENS } from './table/visitors.ts';

/** Every screen of the product and every state of one worth looking at, once: what is looked at, photographed and tested. */
export const SCREENS: readonly Screen[] = [
  ...ACCOUNT_SCREENS,
  ...VISITOR_SCREENS,
  ...CONVERSATION_SCREENS,
  ...AUTOMATION_SCREENS,
  ...SETTINGS_SCREENS,
  ...STATE_SCREENS,
  ...BOX_SCREENS,
];
