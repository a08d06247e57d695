import type { VisitorEdit } from '@vetrina/protocol/http/visitors';
import type { Actor } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import { awaitJournal } from './await-journal.ts';
import { alter, type VisitorChange } from './changes.ts';
import type { VisitJournal, VisitorKey, VisitorStore } from './ports.ts';
import type { OnSite } from './stay.ts';

/**
 * An agent corrects what is known of a visitor, or writes the note (V7). Null: the visitor is not on the site.
 * @throws Refusal `not_found`, for a foreign visitor as for an unknown one; `not_ready` while the database is away
 */
export async function editVisitor(
  parts: {
    readonly clock: Clock;
    readonly store: Pick<VisitorStore, 'edit'>;
    readonly journal: VisitJournal;
    readonly onSite: OnSite;
  },
  actor: Actor,
  key: VisitorKey,
  edit: VisitorEdit,
  at: number,
): Promise<VisitorChange | null> {
  // What the page said before the agent is not to be written over the agent's words.
  await awaitJournal(parts);
  if (!(await parts.store.edit(key, edit, actor.agent, at))) throw new Refusal('not_found');
  const stay = parts.onSite.get(key.account, key.visitor);
  if (stay === undefined) return null;
  const { note: _, ...shown } = edit;
  alter(stay, Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined)));
  return { kind: 'edited', account: key.account, visitor: stay.visitor, at };
}
