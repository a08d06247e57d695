import { type Rule, type RuleDraft, ruleDraft } from '@vetrina/protocol/automation/rule';
import type { RuleResults } from '@vetrina/protocol/http/automation';
import type { AccountId, RuleId } from '@vetrina/protocol/ids';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { RuleStore } from '../automation/ports.ts';
import type { Database } from './database.ts';
import { type DialectName, held } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { RuleRow } from './schema-automation.ts';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Rules in SQL. What changes the order of an account's rules holds the account's row. */
export function createRuleStore({ db, dialect }: Pick<Database, 'db' | 'dialect'>): RuleStore {
  return {
    rules: (account) => rulesOf(db, account),
    addRule: (account, rule, most) =>
      db.transaction().execute(async (trx) => {
        await holdAccount(trx, dialect, account);
        const rules = await trx.selectFrom('rules').select('position').where('account_id', '=', account).execute();
        if (rules.length >= most) return null;
        const position = Math.max(0, ...rules.map((each) => each.position)) + 1;
        await trx
          .insertInto('rules')
          .values({
            ...{ account_id: account, id: rule.id, position, is_on: rule.isOn ? 1 : 0, preset: rule.preset },
            ...{ draft: draftText(rule), created_at: rule.createdAt, changed_at: rule.changedAt },
          })
          .execute();
        return rule;
      }),
    async editRule(account, id, { draft, changedAt }, at) {
      const changed_at = Math.max(at, changedAt + 1);
      const edited = await changes(db, account, id, { draft: draftText(draft), changed_at })
        .where('changed_at', '=', changedAt)
        .executeTakeFirst();
      if (edited !== undefined) return ruleOf(edited);
      return (await rulesOf(db, account)).some((rule) => rule.id === id) ? 'changed_meanwhile' : null;
    },
    async switchRule(account, id, isOn) {
      const row = await changes(db, account, id, { is_on: isOn ? 1 : 0 }).executeTakeFirst();
      return row === undefined ? null : ruleOf(row);
    },
    orderRules: (account, order) =>
      db.transaction().execute(async (trx) => {
        await holdAccount(trx, dialect, account);
        const rules = await rulesOf(trx, account);
        const wanted = new Set(order);
        if (wanted.size !== order.length || rules.length !== order.length) return false;
        if (!rules.every(({ id }) => wanted.has(id))) return false;
        for (const [place, id] of order.entries()) await changes(trx, account, id, { position: place + 1 }).execute();
        return true;
      }),
    async removeRule(account, id) {
      const { numDeletedRows } = await db
        .deleteFrom('rules')
        .where('account_id', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    results: (account) => resultsOf(db, account),
    automatedConversations: (account, since) => automatedConversations(db, account, since),
  };
}

/** P: conversations that automation began from `since` on, ms since 1970. */
export async function automatedConversations(db: Db, account: AccountId, since: number): Promise<number> {
  const row = await db
    .selectFrom('conversations')
    .select(sql<number>`count(*)`.as('begun'))
    .where('account_id', '=', account)
    .where('started_by', '=', sql.lit('automation'))
    .where('created_at', '>=', since)
    .executeTakeFirst();
  return row?.begun ?? 0;
}

async function rulesOf(db: Db, account: AccountId): Promise<readonly Rule[]> {
  const rows = await db
    .selectFrom('rules')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(ruleOf);
}

function changes(
  db: Db,
  account: AccountId,
  id: RuleId,
  columns: Partial<Pick<RuleRow, 'draft' | 'is_on' | 'position' | 'changed_at'>>,
) {
  return db.updateTable('rules').set(columns).where('account_id', '=', account).where('id', '=', id).returningAll();
}

async function holdAccount(trx: Transaction<Schema>, dialect: DialectName, account: AccountId): Promise<void> {
  await trx.selectFrom('accounts').select('id').where('id', '=', account).modifyEnd(held(dialect)).execute();
}

async function resultsOf(db: Db, account: AccountId): Promise<readonly RuleResults[]> {
  const count = (condition: string) => sql<number>`sum(case when ${sql.raw(condition)} then 1 else 0 end)`;
  const rows = await db
    .selectFrom('contacts')
    .select([
      'rule_id',
      count('held_out = 0').as('sent'),
      count('held_out = 0 and seen_at is not null').as('seen'),
      count('held_out = 0 and answered_at is not null').as('answered'),
      count('held_out = 0 and goal_at is not null').as('goal'),
      count('held_out = 1').as('heldOut'),
      count('held_out = 1 and answered_at is not null').as('heldOutWrote'),
      count('held_out = 1 and goal_at is not null').as('heldOutGoal'),
      sql<number | null>`max(case when held_out = 0 then at end)`.as('lastSentAt'),
    ])
    .where('account_id', '=', account)
    .where('rule_id', 'is not', null)
    .groupBy('rule_id')
    .execute();
  return rows.map(({ rule_id, ...counts }) => ({ rule: rule_id as RuleId, ...counts }));
}

const draftText = (rule: RuleDraft): string => {
  const { name, logic, action, repeat, stopWhenAnswered, holdOut, goal } = rule;
  return JSON.stringify({ name, logic, action, repeat, stopWhenAnswered, holdOut, goal } satisfies RuleDraft);
};

function ruleOf({ id, is_on, preset, draft, created_at, changed_at }: RuleRow): Rule {
  return {
    ...ruleDraft.parse(JSON.parse(draft)),
    id: id as RuleId,
    isOn: is_on === 1,
    preset: preset as Rule['preset'],
    ...{ createdAt: created_at, changedAt: changed_at },
  };
}
