import { z } from 'zod';
import { agentId, viewId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { listFilter, listSort } from '../messages/list-shape.ts';
import { wireText } from '../text.ts';
import { TAG_COLORS } from './conversations.ts';

/** What a view shows: V4's filter, V5's box as typed, V2's order. */
export const viewAsks = z.strictObject({ filter: listFilter, query: wireText(LIMITS.query), sort: listSort });
export type ViewAsks = z.infer<typeof viewAsks>;

export const viewDraft = z.strictObject({
  name: wireText(LIMITS.viewName).trim().min(1),
  color: z.enum(TAG_COLORS),
  /** Everybody of the account sees it. */
  shared: z.boolean(),
  asks: viewAsks,
});
export type ViewDraft = z.infer<typeof viewDraft>;

/** How one agent wants to be told that somebody enters a view: on an open dashboard, and by Web Push. */
export const viewAlert = z.strictObject({ sound: z.boolean(), push: z.boolean() });
export type ViewAlert = z.infer<typeof viewAlert>;

export const SILENT_VIEW: ViewAlert = { sound: false, push: false };

/** A saved view as one agent sees it. */
export const savedView = viewDraft.extend({
  id: viewId,
  /** Null: whoever made it does not work here any more, and it belongs to the account. */
  owner: agentId.nullable(),
  /** Null: it was saved by a version that knew more than this one; it can only be removed. */
  asks: viewAsks.nullable(),
  changedAt: z.number(),
  /** SV6: the asking agent's own wish. */
  alert: viewAlert,
});
export type SavedView = z.infer<typeof savedView>;

/** All that the asking agent sees, in the order of their sidebar. */
export const savedViews = z.array(savedView);

export const newView = z.strictObject({ draft: viewDraft, alert: viewAlert });
export type NewView = z.infer<typeof newView>;

/** `changedAt`: of the state that was changed. Another one since: `changed_meanwhile`. */
export const viewEdit = z.strictObject({ draft: viewDraft, changedAt: z.number() });
export type ViewEdit = z.infer<typeof viewEdit>;

/** For the asking agent alone. Views that are not named keep their places behind; ones that are not theirs to see are passed over. */
export const viewOrder = z.strictObject({ views: z.array(viewId).max(LIMITS.ownViews + LIMITS.sharedViews) });

export const viewParams = z.strictObject({ view: viewId });
