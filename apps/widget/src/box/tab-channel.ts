import type { ConversationId, MessageId } from '@vetrina/protocol/ids';
import type { OutboxNews } from './outbox/outbox.ts';

/** Where a seq counts: a conversation, or an automatic message that stands in none. */
export type PopupOf = ConversationId | MessageId;

/** What the tabs of one browser tell each other about the box. */
export type TabNews =
  | OutboxNews
  /** This message was heard in the tab that says so. */
  | { readonly is: 'rang'; readonly of: PopupOf; readonly seq: number }
  /** It is shown there as a popup. `turn`: of two at once the lower stays. */
  | { readonly is: 'popped'; readonly of: PopupOf; readonly seq: number; readonly turn: number }
  /** The visitor closed the popup, or opened the panel: up to this seq nobody shows one again. */
  | { readonly is: 'dismissed'; readonly of: PopupOf; readonly seq: number };

export interface TabChannel {
  tell(news: TabNews): void;
  onNews(listener: (news: TabNews) => void): void;
}

/** A BroadcastChannel; where it is missing, every tab is alone. */
export function tabChannel(w: Window & typeof globalThis, key: string): TabChannel {
  try {
    const channel = new w.BroadcastChannel(`vetrina-${key}`);
    return {
      tell: (news) => channel.postMessage(news),
      onNews: (listener) => channel.addEventListener('message', ({ data }) => listener(data as TabNews)),
    };
  } catch {
    return { tell: () => undefined, onNews: () => undefined };
  }
}
