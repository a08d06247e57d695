import { rowOf } from '@vetrina/domain/row';
import type { ConversationState } from '@vetrina/protocol/conversation';
import type { IpBlock } from '@vetrina/protocol/http/visitors';
import type { AccountId, ConversationId, VisitorId } from '@vetrina/protocol/ids';
import type { TrailPage, VisitorDetails, VisitorProfile } from '@vetrina/protocol/visitor-details';
import type { Clock } from '../platform/clock.ts';
import { awaitJournal } from './await-journal.ts';
import type { IpBlocks } from './ip-blocks.ts';
import type { StoredDetails, VisitJournal, VisitorKey, VisitorStore } from './ports.ts';
import { isInForce, type OnSite, type Stay } from './stay.ts';

export interface DetailsParts {
  readonly clock: Clock;
  readonly store: Pick<VisitorStore, 'details'>;
  readonly journal: VisitJournal;
  readonly onSite: OnSite;
  readonly ipBlocks: IpBlocks;
  /** Conversations are another feature's. */
  readonly newestConversation: (
    account: AccountId,
    visitor: VisitorId,
  ) => Promise<{ readonly id: ConversationId; readonly state: ConversationState } | null>;
}

/**
 * Everything an agent may see of one visitor (V7), on the site or not. Null for an unknown id; one of another account is
 * unknown. What was only just seen is saved first, so that the trail ends with the page of the row.
 * @throws Refusal `not_ready` while the database is away
 */
export async function visitorDetails(parts: DetailsParts, key: VisitorKey): Promise<VisitorDetails | null> {
  if (parts.onSite.get(key.account, key.visitor) !== undefined && parts.journal.pending > 0) await awaitJournal(parts);
  const stored = await parts.store.details(key);
  if (stored === null) return null;
  const now = parts.clock.now();
  const stay = parts.onSite.get(key.account, key.visitor);
  const ipBlock = stay?.blockedByIp ? await parts.ipBlocks.find(key.account, stay.peerIp) : null;
  const newest = stored.visitor.chats === 0 ? null : await parts.newestConversation(key.account, key.visitor);
  const [visit = null, ...earlierVisits] = stored.visits;
  return {
    conversation: newest === null ? null : { id: newest.id, state: newest.state },
    visitor: key.visitor,
    row: stay === undefined ? null : rowOf(stay.visitor, now),
    profile: profileOf(stored, blockOf(stored, ipBlock, now), stay),
    visit,
    trail: trailOf(stored, stay),
    earlierVisits,
  };
}

/** After a crash a page may not be saved as left. If no tab shows it, it was left when the next one came, at the latest. */
export function trailOf(
  { trail, visitor }: Pick<StoredDetails, 'trail'> & { readonly visitor: Pick<StoredDetails['visitor'], 'lastSeenAt'> },
  stay: Pick<Stay, 'tabs'> | undefined,
): TrailPage[] {
  const open = new Set(stay?.tabs.map(({ page }) => page.savedAs));
  return trail.map((page, place) => {
    if (page.endedAt !== null || open.has(page.id)) return page;
    return { ...page, endedAt: Math.max(page.at, trail[place + 1]?.at ?? visitor.lastSeenAt) };
  });
}

/** A block of the visitor says more than one of an address it shares. */
function blockOf(
  { visitor: { blocked } }: StoredDetails,
  ipBlock: IpBlock | null,
  now: number,
): VisitorProfile['blocked'] {
  if (isInForce(blocked, now)) return { ...blocked, because: 'visitor' };
  if (ipBlock === null) return null;
  return { at: ipBlock.createdAt, by: ipBlock.createdBy, until: null, because: 'ip' };
}

function profileOf(stored: StoredDetails, blocked: VisitorProfile['blocked'], stay: Stay | undefined): VisitorProfile {
  const { visitor, note, country, city, timezone, device, browser, os, screen, ip, ipIsMasked } = stored;
  const { id, number, name, email, phone, variables, firstSeenAt, lastSeenAt, visits, chats } = visitor;
  return {
    ...{ id, number, name, email, phone, firstSeenAt, chats },
    ...{ country, city, timezone, device, browser, os, screen, ip, ipIsMasked, blocked },
    variables: { ...variables },
    userId: stay?.userId ?? visitor.userId,
    visits: Math.max(visits, stay?.visitor.visits ?? 0),
    language: visitor.language ?? stored.language ?? stay?.visitor.language ?? null,
    lastSeenAt: Math.max(lastSeenAt, stay?.visitor.lastActivityAt ?? 0),
    note: note.text,
    noteBy: note.by === null ? null : { ...note.by },
    noteAt: note.at,
  };
}
