import type { Bridge } from '../bridge.ts';

/** Actions that pages of the product our snippet replaces already report on. */
type Action =
  | 'Visitor_started_conversation'
  | 'Auth_form_filled'
  | 'Offline_message_sent'
  | 'Feedback_sent'
  | 'Feedback_text_sent';

type Analytics = (...values: readonly unknown[]) => void;

const CATEGORY = 'Smartsupp_v3';

/** Mirrors what happens in the box to the page's own Google Analytics, if its owner gave a `gaKey`. */
export function pageAnalytics({ window: w, option }: Pick<Bridge, 'window' | 'option'>) {
  const globals = w as unknown as { readonly gtag?: unknown; readonly ga?: unknown };
  return (action: Action, label = ''): void => {
    const key = option('gaKey');
    if (!key) return;
    if (typeof globals.gtag === 'function') {
      (globals.gtag as Analytics)('event', action, { event_category: CATEGORY, event_label: label, send_to: key });
    } else if (typeof globals.ga === 'function') {
      const tracker = option('gaName');
      (globals.ga as Analytics)(tracker ? `${String(tracker)}.send` : 'send', 'event', CATEGORY, action, label);
    }
  };
}
