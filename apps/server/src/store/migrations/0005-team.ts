import { type Kysely, sql } from 'kysely';
import { dialectOf } from '../dialect.ts';

/** Teams, groups and invitations; what an account chooses about its box and hours; second factors; signed identities. */
export async function up(db: Kysely<never>): Promise<void> {
  await accounts(db);
  await agents(db);
  await groups(db);
  await links(db);
  await secondFactor(db);
  await db.schema.alterTable('visitors').addColumn('user_id', 'text').execute();
}

async function accounts(db: Kysely<never>): Promise<void> {
  // One column a statement: SQLite knows no other way.
  await db.schema.alterTable('accounts').addColumn('trial_until', 'bigint').execute();
  await db.schema.alterTable('accounts').addColumn('box', 'text').execute();
  await db.schema.alterTable('accounts').addColumn('office_hours', 'text').execute();
  await db.schema.alterTable('accounts').addColumn('identity_secret', 'text').execute();
  await db.schema
    .alterTable('accounts')
    .addColumn('signature_demanded', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

async function agents(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('agents').addColumn('photo', 'text').execute();
  await db.schema
    .alterTable('agents')
    .addColumn('active', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema
    .alterTable('agents')
    .addColumn('status', 'text', (column) => column.notNull().defaultTo('online'))
    .execute();
  await db.schema
    .alterTable('agents')
    .addColumn('joined_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update agents set joined_at = created_at`.execute(db);
}

async function groups(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('agent_groups')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('agent_groups_key', ['account_id', 'key'])
    .execute();
  await db.schema
    .createTable('group_members')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('group_key', 'text', (column) => column.notNull())
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('group_members_key', ['account_id', 'group_key', 'agent_id'])
    .addForeignKeyConstraint(
      'group_members_group',
      ['account_id', 'group_key'],
      'agent_groups',
      ['account_id', 'key'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}

async function links(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('invitations')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('groups', 'text', (column) => column.notNull())
    .addColumn('invited_by', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('invitations_key', ['account_id', 'id'])
    .addUniqueConstraint('invitations_person', ['account_id', 'email'])
    .execute();
  await db.schema
    .createTable('password_resets')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** As better-auth's two-factor plugin of 1.7 writes it. */
async function secondFactor(db: Kysely<never>): Promise<void> {
  const onSqlite = dialectOf(db) === 'sqlite';
  const date = onSqlite ? sql`date` : sql`timestamptz`;
  const yesOrNo = onSqlite ? sql`integer` : sql`boolean`;
  await db.schema.alterTable('auth_users').addColumn('twoFactorEnabled', yesOrNo).execute();
  await db.schema
    .createTable('auth_second_factors')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('backupCodes', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('auth_users.id').onDelete('cascade'))
    .addColumn('verified', yesOrNo)
    .addColumn('failedVerificationCount', 'integer')
    .addColumn('lockedUntil', date)
    .execute();
  await db.schema.createIndex('auth_second_factors_of_user').on('auth_second_factors').column('userId').execute();
}
