import type { Greeting, KnownContact } from '@vetrina/domain/automation/greeting';
import type { MessageId, PageViewId, RuleId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import type { ContactRow, ContactsTable } from './schema-automation.ts';

// Ids in the tables were checked when they came in; here they only get their brand back.

export function contactOf(row: Omit<ContactRow, 'account_id' | 'visitor_id'>): KnownContact {
  const { id, rule_id, held_out, visit_id, page_id, at, greeting } = row;
  return {
    id: id as MessageId,
    by: rule_id === null ? { kind: 'agent' } : { kind: 'rule', rule: rule_id as RuleId },
    heldOut: held_out === 1,
    visit: visit_id as VisitId | null,
    page: page_id as PageViewId | null,
    at,
    greeting: greeting === null ? null : (JSON.parse(greeting) as Greeting),
    ...{ seenAt: row.seen_at, dismissedAt: row.dismissed_at, answeredAt: row.answered_at, goalAt: row.goal_at },
  };
}

export function contactColumns(account: string, visitor: VisitorId, contact: KnownContact): Insertable<ContactsTable> {
  const { id, by, heldOut, visit, page, at, greeting, seenAt, dismissedAt, answeredAt, goalAt } = contact;
  return {
    ...{ account_id: account, visitor_id: visitor, id, at },
    rule_id: by.kind === 'rule' ? by.rule : null,
    held_out: heldOut ? 1 : 0,
    ...{ visit_id: visit, page_id: page },
    greeting: greeting === null ? null : JSON.stringify(greeting),
    ...{ seen_at: seenAt, dismissed_at: dismissedAt, answered_at: answeredAt, goal_at: goalAt },
  };
}

/** Keeps a contact, and that there is one; the visitor is held. What was seen at once makes them auto-messaged (A8). */
export async function addContact(
  trx: Transaction<Schema>,
  account: string,
  visitor: VisitorId,
  contact: KnownContact,
): Promise<void> {
  await trx
    .insertInto('contacts')
    .values(contactColumns(account, visitor, contact))
    .execute();
  await trx
    .updateTable('visitors')
    .set({
      contacted_at: contact.at,
      ...(contact.seenAt !== null && { auto_messaged_at: sql`coalesce(auto_messaged_at, ${contact.seenAt})` }),
    })
    .where('account_id', '=', account)
    .where('id', '=', visitor)
    .execute();
}

/** What was written to a visitor from `since` on, newest first. */
export async function contactsSince(
  db: Kysely<Schema> | Transaction<Schema>,
  account: string,
  visitor: VisitorId,
  since: number,
): Promise<readonly KnownContact[]> {
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .where('account_id', '=', account)
    .where('visitor_id', '=', visitor)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .execute();
  return rows.map(contactOf);
}
