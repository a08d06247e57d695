import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { up as accounts } from './migrations/0001-accounts.ts';
import { up as visitors } from './migrations/0002-visitors.ts';
import { up as signIn } from './migrations/0003-sign-in.ts';
import { up as conversations } from './migrations/0004-conversations.ts';
import { up as team } from './migrations/0005-team.ts';
import { up as tools } from './migrations/0006-tools.ts';
import { up as lastHere } from './migrations/0007-last-here.ts';
import { up as blockedVisitors } from './migrations/0008-blocked-visitors.ts';
import { up as conversationSearch } from './migrations/0009-conversation-search.ts';
import { up as spentSecrets } from './migrations/0010-spent-secrets.ts';
import { up as automation } from './migrations/0011-automation.ts';
import { up as push } from './migrations/0012-push.ts';
import { up as savedViews } from './migrations/0013-saved-views.ts';
import type { Schema } from './schema.ts';

/** In order; a released one never changes. Going back is done by restoring a backup, so none has a `down`. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-accounts': { up: accounts },
  '0002-visitors': { up: visitors },
  '0003-sign-in': { up: signIn },
  '0004-conversations': { up: conversations },
  '0005-team': { up: team },
  '0006-tools': { up: tools },
  '0007-last-here': { up: lastHere },
  '0008-blocked-visitors': { up: blockedVisitors },
  '0009-conversation-search': { up: conversationSearch },
  '0010-spent-secrets': { up: spentSecrets },
  '0011-automation': { up: automation },
  '0012-push': { up: push },
  '0013-saved-views': { up: savedViews },
};

/**
 * Brings the schema up to date. Several processes may start together: on PostgreSQL the migrator holds an advisory lock, on
 * SQLite the data folder has one owner.
 * @throws the database's error; on both databases a failed migration leaves nothing behind.
 */
export async function migrateToLatest(db: Kysely<Schema>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
