import { mergeIdentity } from '@vetrina/domain/identity';
import type { Identity } from '@vetrina/protocol/messages/identity';
import { alter, type VisitorChange } from './changes.ts';
import type { VisitJournal } from './ports.ts';
import type { Stay } from './stay.ts';

/** The page says who is there (I1). Null: it said nothing new. */
export function identifyVisitor(journal: VisitJournal, stay: Stay, said: Identity, at: number): VisitorChange | null {
  const { visitor } = stay;
  const merged = mergeIdentity(visitor, said);
  if (merged === visitor) return null;
  alter(stay, merged);
  journal.append({ ...merged, account: stay.account, visitor: visitor.id, kind: 'identified', at });
  return { kind: 'identified', account: stay.account, visitor: stay.visitor, at };
}
