import type { ChangeKind, VisitorChange } from '../visitors/changes.ts';

/**
 * Who can react to a change of a visitor. `list`: the row is put in its place, or taken out. `clock`: the moment of the
 * next change by time alone is noted. `followers`: open detail panels are told. `conversations`: inboxes and chat boxes
 * that show the visitor, or are the visitor's, are put right. `rules`: the visitor's pages get the rules that concern them
 * now. `goals`: what was written to the visitor may have reached its goal. `push`: phones hear of who comes (C8).
 */
export type Reactor = 'list' | 'clock' | 'followers' | 'conversations' | 'rules' | 'goals' | 'push';

/** THE table: what happens after what. Nothing else in the server reacts to visitors. */
export const REACTIONS: Readonly<Record<ChangeKind, readonly Reactor[]>> = {
  arrived: ['list', 'clock', 'followers', 'conversations', 'push'],
  'page-viewed': ['list', 'clock', 'followers', 'goals'],
  retitled: ['list', 'followers'],
  active: ['list', 'clock', 'followers'],
  identified: ['list', 'followers', 'conversations', 'rules'],
  'presence-changed': ['list', 'clock', 'followers', 'conversations'],
  aged: ['list', 'clock'],
  edited: ['list', 'followers', 'conversations', 'rules'],
  blocked: ['list', 'clock', 'followers', 'conversations', 'rules'],
  unblocked: ['list', 'clock', 'followers', 'conversations', 'rules'],
  'auto-messaged': ['list', 'followers'],
  'chat-changed': ['list', 'clock', 'followers', 'conversations'],
  gone: ['list', 'followers', 'conversations'],
};

export type Reactions = Readonly<Record<Reactor, (change: VisitorChange) => void>>;

/** Runs the table for one change, in its order. */
export function react(reactions: Reactions, change: VisitorChange): void {
  for (const reactor of REACTIONS[change.kind]) reactions[reactor](change);
}
