import type { Bridge } from '../bridge.ts';
import { guard } from '../loader/page-window.ts';

/** Actions that pages of the product our snippet replaces already report on. */
type Action =
  | 'Visitor_started_conversation'
  | 'Auth_form_filled'
  | 'Offline_message_sent'
  | 'Feedback_sent'
  | 'Feedback_text_sent';

type Analytics = (...values: readonly unknown[]) => void;

const CATEGORY = 'Smartsupp_v3';

/**
 * Mirrors what happens in the box to the page's own Google Analytics, if its owner gave a `gaKey`. Fields of `gaOptions` go
 * along with every event; none of them says another category, label or key than ours.
 */
export function pageAnalytics({ window: w, option }: Pick<Bridge, 'window' | 'option'>) {
  const globals = w as unknown as { readonly gtag?: unknown; readonly ga?: unknown };
  return guard((action: Action, label = ''): void => {
    const key = option('gaKey');
    if (!key) return;
    const options = option('gaOptions');
    const fields = typeof options === 'object' && !Array.isArray(options) ? { ...options } : {};
    if (typeof globals.gtag === 'function') {
      const ours = { event_category: CATEGORY, event_label: label, send_to: key };
      (globals.gtag as Analytics)('event', action, { ...fields, ...ours });
    } else if (typeof globals.ga === 'function') {
      const tracker = option('gaName');
      (globals.ga as Analytics)(tracker ? `${String(tracker)}.send` : 'send', 'event', CATEGORY, action, label, fields);
    }
  });
}
