import base from './base.css?inline';
import cards from './cards.css?inline';
import composer from './composer.css?inline';
import messages from './messages.css?inline';
import panel from './panel.css?inline';
import popup from './popup.css?inline';
import preferences from './preferences.css?inline';

/** In the order in which they outweigh each other. */
export const SHEETS: readonly string[] = [base, panel, messages, cards, composer, popup, preferences];
