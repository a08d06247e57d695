import { type Kysely, sql } from 'kysely';
import { dialectOf } from '../dialect.ts';

/** Visitors, their visits and pages, and blocked addresses. Keys begin with the account, which every query names. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('visitors')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('email', 'text')
    .addColumn('phone', 'text')
    .addColumn('group_name', 'text')
    .addColumn('language', 'text')
    .addColumn('variables', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('customer', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('verified', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('auto_messaged_at', 'bigint')
    .addColumn('visits', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('chats', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('blocked_at', 'bigint')
    .addColumn('blocked_by', 'text')
    .addColumn('blocked_by_agent', 'text')
    .addColumn('blocked_until', 'bigint')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note_by', 'text')
    .addColumn('note_at', 'bigint')
    .addPrimaryKeyConstraint('visitors_key', ['account_id', 'id'])
    .addUniqueConstraint('visitors_number', ['account_id', 'number'])
    .execute();
  await visits(db);
  await db.schema
    .createTable('ip_blocks')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('pattern', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_by_agent', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ip_blocks_key', ['account_id', 'id'])
    .execute();
}

async function visits(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('visits')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('visitor_id', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('page_views', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('country', 'text')
    .addColumn('city', 'text')
    .addColumn('device', 'text')
    .addColumn('browser', 'text')
    .addColumn('os', 'text')
    .addColumn('screen', 'text')
    .addColumn('language', 'text')
    .addColumn('timezone', 'text')
    .addColumn('ip', 'text')
    .addColumn('ip_is_masked', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('visits_key', ['account_id', 'id'])
    .execute();
  await db.schema
    .createIndex('visits_of_visitor')
    .on('visits')
    .columns(['account_id', 'visitor_id', 'started_at'])
    .execute();
  // Serves the search for visits that a crash left open; small, because nearly every visit has ended, and free of columns
  // that change, so that a page view costs it nothing.
  await db.schema
    .createIndex('visits_open')
    .on('visits')
    .columns(['account_id', 'id'])
    .where('ended_at' as never, 'is', null)
    .execute();
  await pageViews(db);
}

/**
 * The one table that grows with every click, so it has the one index it needs. On SQLite the rows lie in that index: a page
 * view changes one place on disk, beside the other pages of its visit.
 */
async function pageViews(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('page_views')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('visit_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addPrimaryKeyConstraint('page_views_key', ['account_id', 'visit_id', 'id'])
    .$call((table) => (dialectOf(db) === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table))
    .execute();
}
