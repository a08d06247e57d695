import { type Belief, believed, mergeIdentity } from '@vetrina/domain/identity';
import type { Account } from '@vetrina/protocol/http/account';
import type { Identity } from '@vetrina/protocol/messages/identity';
import { alter, type VisitorChange } from './changes.ts';
import type { SignedIdentities, VisitJournal } from './ports.ts';
import type { Stay } from './stay.ts';

/** What became of what a page said. `change` null: it said nothing new. */
export type Identified = { readonly change: VisitorChange | null } | { readonly problem: 'signature_invalid' };

export interface IdentifyParts {
  readonly journal: VisitJournal;
  readonly signed: Pick<SignedIdentities, 'userId'>;
}

/** The page says who is there (I1), with or without proof (I3). What comes with a wrong proof is not believed at all. */
export function identifyVisitor(
  { journal, signed }: IdentifyParts,
  account: Pick<Account, 'id' | 'signatureDemanded'>,
  stay: Stay,
  said: Identity,
  at: number,
): Identified {
  const userId = said.signed === undefined ? null : signed.userId(account.id, said.signed, at);
  if (said.signed !== undefined && userId === null) return { problem: 'signature_invalid' };
  const belief: Belief =
    userId === null ? { signed: false, demanded: account.signatureDemanded } : { signed: true, userId };
  return { change: learn(journal, stay, said, belief, at) };
}

/** What the visitor said in the contact form (I2). */
export function introduceVisitor(
  journal: VisitJournal,
  stay: Stay,
  said: Omit<Identity, 'signed'>,
  at: number,
): VisitorChange | null {
  return learn(journal, stay, said, { signed: false, demanded: false }, at);
}

function learn(journal: VisitJournal, stay: Stay, said: Identity, belief: Belief, at: number): VisitorChange | null {
  const { visitor } = stay;
  const known = { ...visitor, userId: stay.userId };
  const merged = mergeIdentity(known, believed(known, said, belief), belief.signed ? belief.userId : null);
  if (merged === known) return null;
  const { userId, ...shown } = merged;
  stay.userId = userId;
  alter(stay, shown);
  journal.append({ ...merged, account: stay.account, visitor: visitor.id, kind: 'identified', at });
  return { kind: 'identified', account: stay.account, visitor: stay.visitor, at };
}
