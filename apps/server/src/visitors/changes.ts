import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import type { AccountId, PageViewId } from '@vetrina/protocol/ids';
import type { Stay } from './stay.ts';

interface About {
  readonly account: AccountId;
  /** As the visitor is after the change. */
  readonly visitor: LiveVisitor;
  readonly at: number;
}

/**
 * What the functions of this folder answer: what became different. Nothing reacts here; `live/reactions.ts` is the one
 * table that says who does.
 */
export type VisitorChange = About &
  (
    | { readonly kind: 'arrived'; readonly newVisit: boolean }
    | { readonly kind: 'page-viewed'; readonly page: PageViewId; readonly url: string }
    | { readonly kind: 'retitled' }
    | { readonly kind: 'active' }
    | { readonly kind: 'identified' }
    | { readonly kind: 'presence-changed' }
    /** Time alone changed what is shown: ten minutes without activity. */
    | { readonly kind: 'aged' }
    | { readonly kind: 'edited' }
    | { readonly kind: 'blocked' }
    | { readonly kind: 'unblocked' }
    /** What the row shows of conversations is otherwise now: a message, who answers, typing. */
    | { readonly kind: 'chat-changed' }
    /** A8: an automatic message was shown to them. */
    | { readonly kind: 'auto-messaged' }
    /** Thirty seconds after the last tab closed: the row goes. */
    | { readonly kind: 'gone' }
  );

export type ChangeKind = VisitorChange['kind'];

/** Lays new facts over the visitor. */
export function alter(stay: Stay, facts: Partial<LiveVisitor>): LiveVisitor {
  stay.visitor = { ...stay.visitor, ...facts };
  return stay.visitor;
}
