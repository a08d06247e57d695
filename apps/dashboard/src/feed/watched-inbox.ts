import { applyInboxPatch } from '@vetrina/domain/inbox';
import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { InboxCounts, InboxPatch, InboxWindow, LiveFolder } from '@vetrina/protocol/messages/inbox';

/** Which part of the inbox is kept true. */
export interface InboxView {
  readonly folder: LiveFolder;
  /** Where in the folder's order it begins. */
  readonly offset: number;
  readonly limit: number;
}

export interface WatchedInbox {
  readonly view: InboxView | null;
  /** Number of the latest question; answers to older ones are dropped. */
  readonly watch: number;
  /** The last known rows of the folder; they stay while the line is down. */
  readonly window: InboxWindow | null;
  readonly isLive: boolean;
  /** Null until the server told them. */
  readonly counts: InboxCounts['counts'] | null;
}

export const EMPTY_INBOX: WatchedInbox = { view: null, watch: 0, window: null, isLive: false, counts: null };

/** Another folder, or another part of it. Rows of the same folder stay until the answer. */
export function askInbox(inbox: WatchedInbox, view: InboxView | null): WatchedInbox {
  const window = inbox.window?.folder === view?.folder ? inbox.window : null;
  return { ...inbox, view, window, watch: inbox.watch + 1, isLive: false };
}

export function inboxFrame({ view, watch }: WatchedInbox): FromAgent {
  return view ? { type: 'watch-inbox', watch, ...view } : { type: 'watch-inbox', watch, folder: null, limit: 1 };
}

export function takeInboxWindow(inbox: WatchedInbox, window: InboxWindow): WatchedInbox {
  return window.watch === inbox.watch ? { ...inbox, window, isLive: true } : inbox;
}

export function takeInboxPatch(inbox: WatchedInbox, patch: InboxPatch): WatchedInbox {
  if (!inbox.isLive || !inbox.window || patch.watch !== inbox.watch) return inbox;
  return { ...inbox, window: applyInboxPatch(inbox.window, patch) };
}
