import type { Kysely } from 'kysely';

/** Work put off, uploaded files, shortcuts and tags. */
export async function up(db: Kysely<never>): Promise<void> {
  await jobs(db);
  await files(db);
  await db.schema
    .createTable('shortcuts')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    // Empty: the team's. Not null, because a unique constraint takes every null for another one.
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('folded_name', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('shortcuts_key', ['account_id', 'id'])
    .addUniqueConstraint('shortcuts_name', ['account_id', 'agent_id', 'folded_name'])
    .execute();
  await db.schema
    .createTable('tags')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('folded_name', 'text', (column) => column.notNull())
    .addColumn('color', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tags_key', ['account_id', 'id'])
    .addUniqueConstraint('tags_name', ['account_id', 'folded_name'])
    .execute();
}

async function jobs(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('run_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_error', 'text')
    .addColumn('claimed_until', 'bigint')
    .addColumn('failed_at', 'bigint')
    .addColumn('key', 'text', (column) => column.unique())
    .execute();
  await db.schema.createIndex('jobs_by_time').on('jobs').columns(['failed_at', 'run_at']).execute();
}

async function files(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('uploader', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    // Null: nobody said it yet; such files are looked for every hour.
    .addColumn('said_at', 'bigint')
    .execute();
  await db.schema.createIndex('files_unsaid').on('files').columns(['said_at', 'created_at']).execute();
}
