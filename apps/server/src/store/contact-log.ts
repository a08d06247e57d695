import { CONTACT_BUDGET } from '@vetrina/domain/automation/contact-budget';
import type { KnownContact } from '@vetrina/domain/automation/greeting';
import type { AccountId, MessageId, RuleId, VisitorId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { ContactLog } from '../automation/ports.ts';
import type { VisitorKey } from '../visitors/ports.ts';
import { addContact, contactOf, contactsSince } from './contact-rows.ts';
import { heldLog } from './conversation-held-log.ts';
import { hold, settle } from './conversation-log.ts';
import type { Database } from './database.ts';
import { automatedConversations } from './rule-store.ts';
import type { Schema } from './schema.ts';

type Db = Kysely<Schema> | Transaction<Schema>;

/** What was written to visitors unasked, in SQL: one transaction per decision, which holds the visitor as conversations do. */
export function createContactLog({ db, dialect }: Pick<Database, 'db' | 'dialect'>): ContactLog {
  return {
    contact: ({ account, visitor, rule, at, monthFrom }, decide) =>
      db.transaction().execute(async (trx) => {
        const spot = await hold(trx, dialect, { account, visitor });
        if (spot === null) return null;
        const decided = await decide({
          contacts: await contactsFor(trx, { account, visitor }, rule, at),
          current: spot.current,
          log: heldLog(trx, account, spot.current?.id ?? null),
          begunThisMonth: await automatedConversations(trx, account, monthFrom),
        });
        if ('not' in decided) return decided;
        const { contact, step } = decided;
        if (step !== null) return { contact, written: await settle(trx, spot, () => ({ ...step, contact })) };
        await addContact(trx, account, visitor, contact);
        return { contact, written: null };
      }),
    seen: (key, id, at) =>
      db.transaction().execute(async (trx) => {
        if (!(await stamp(trx, key, id, 'seen_at', at))) return false;
        await trx
          .updateTable('visitors')
          .set({ auto_messaged_at: sql`coalesce(auto_messaged_at, ${at})` })
          .where('account_id', '=', key.account)
          .where('id', '=', key.visitor)
          .execute();
        return true;
      }),
    dismissed: (key, id, at) => stamp(db, key, id, 'dismissed_at', at),
    async reachedGoal({ account, visitor }, ids, at) {
      await db
        .updateTable('contacts')
        .set({ goal_at: at })
        .where('account_id', '=', account)
        .where('visitor_id', '=', visitor)
        .where('id', 'in', ids)
        .where('goal_at', 'is', null)
        .execute();
    },
    contactsOf: (account, visitor) => newestContacts(db, account, visitor),
  };
}

/** Those of the last day, for the budget, and all of one rule, for its turn; each once. */
async function contactsFor(
  trx: Transaction<Schema>,
  { account, visitor }: VisitorKey,
  rule: RuleId,
  at: number,
): Promise<readonly KnownContact[]> {
  const since = at - CONTACT_BUDGET.day;
  const ofRule = await trx
    .selectFrom('contacts')
    .selectAll()
    .where('account_id', '=', account)
    .where('visitor_id', '=', visitor)
    .where('rule_id', '=', rule)
    .where('at', '<', since)
    .execute();
  return [...(await contactsSince(trx, account, visitor, since)), ...ofRule.map(contactOf)];
}

/** Notes when something happened to a contact of a rule's, once. False: no such contact, or it happened before. */
async function stamp(
  db: Db,
  { account, visitor }: VisitorKey,
  id: MessageId,
  column: 'seen_at' | 'dismissed_at',
  at: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('contacts')
    .set({ [column]: at })
    .where('account_id', '=', account)
    .where('visitor_id', '=', visitor)
    .where('id', '=', id)
    .where('rule_id', 'is not', null)
    .where('held_out', '=', 0)
    .where(column, 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function newestContacts(db: Db, account: AccountId, visitor: VisitorId): Promise<readonly KnownContact[]> {
  const rows = await db
    .selectFrom('contacts')
    .selectAll()
    .where('account_id', '=', account)
    .where('visitor_id', '=', visitor)
    .orderBy('at', 'desc')
    .limit(LIMITS.contactsKnown)
    .execute();
  return rows.map(contactOf);
}
