import type { AccountId, AgentId, FileId, VisitorId } from '@vetrina/protocol/ids';
import type { FileRecords, StoredFile } from '../files/ports.ts';
import type { Database } from './database.ts';
import type { FileRow } from './schema-tools.ts';

/** What is recorded about files, in SQL. Files are looked for with their account, so that a foreign id finds nothing. */
export function createFileStore({ db }: Database): FileRecords {
  return {
    async add(file) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('files')
        .values(rowOf(file))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async markSaid(account, file, uploader, at) {
      const { numUpdatedRows } = await db
        .updateTable('files')
        .set(({ fn, val }) => ({ said_at: fn.coalesce('said_at', val(at)) }))
        .where('account_id', '=', account)
        .where('id', '=', file)
        .where('purpose', '=', 'file')
        .where('uploader', '=', uploader)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async find(account, ids) {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('files')
        .selectAll()
        .where('account_id', '=', account)
        .where('id', 'in', ids)
        .where('purpose', '=', 'file')
        .execute();
      return rows.map(fileOf);
    },
    async photo(id) {
      const row = await db
        .selectFrom('files')
        .selectAll()
        .where('id', '=', id)
        .where('purpose', '=', 'photo')
        .executeTakeFirst();
      return row === undefined ? null : fileOf(row);
    },
    async forgetPhoto(id) {
      await db.deleteFrom('files').where('id', '=', id).where('purpose', '=', 'photo').execute();
    },
    async takeUnsaid(before, limit) {
      const unsaid = db
        .selectFrom('files')
        .select('id')
        .where('said_at', 'is', null)
        .where('purpose', '=', 'file')
        .where('created_at', '<', before)
        .limit(limit);
      // Asked once more in the same statement: a file that is said at this moment stays.
      const rows = await db
        .deleteFrom('files')
        .where('id', 'in', unsaid)
        .where('said_at', 'is', null)
        .returning('id')
        .execute();
      return rows.map(({ id }) => id as FileId);
    },
  };
}

function rowOf(file: StoredFile): FileRow {
  return {
    account_id: file.account,
    id: file.id,
    purpose: file.purpose,
    uploader: file.uploader,
    name: file.name,
    bytes: file.bytes,
    media_type: file.mediaType,
    width: file.picture?.width ?? null,
    height: file.picture?.height ?? null,
    created_at: file.createdAt,
    said_at: null,
  };
}

function fileOf(row: FileRow): StoredFile {
  const { width, height } = row;
  return {
    id: row.id as FileId,
    account: row.account_id as AccountId,
    purpose: row.purpose as StoredFile['purpose'],
    uploader: row.uploader as VisitorId | AgentId,
    name: row.name,
    bytes: row.bytes,
    mediaType: row.media_type,
    picture: width === null || height === null ? null : { width, height },
    createdAt: row.created_at,
  };
}
