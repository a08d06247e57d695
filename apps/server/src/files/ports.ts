import type { Readable } from 'node:stream';
import type { FileCard } from '@vetrina/protocol/conversation';
import type { AccountId, AgentId, FileId, VisitorId } from '@vetrina/protocol/ids';

/** Who put a file here; only the same one may say it. */
export type Uploader =
  | { readonly who: 'visitor'; readonly visitor: VisitorId }
  | { readonly who: 'agent'; readonly agent: AgentId };

/** Files as conversations know them. Another account's file is answered like an unknown one. */
export interface FileBook {
  /**
   * Asked before a message that is a file gets its place: did `by` upload it, completely, for this account? After a yes the
   * file is kept; files that nobody says are removed after a day. The same question gets the same answer again.
   */
  mayBeSaid(account: AccountId, file: FileId, by: Uploader): Promise<boolean>;
  /** Cards to show, with addresses signed anew. Files that are gone are absent. */
  cards(account: AccountId, ids: readonly FileId[]): Promise<ReadonlyMap<FileId, FileCard>>;
}

/** What is known of a stored file. Times are ms since 1970. */
export interface StoredFile {
  readonly id: FileId;
  readonly account: AccountId;
  /** Photos of agents are shown to everybody; files to those who may read the conversation. */
  readonly purpose: 'file' | 'photo';
  /** Id of who put it here. */
  readonly uploader: VisitorId | AgentId;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly picture: { readonly width: number; readonly height: number } | null;
  readonly createdAt: number;
}

/** What is recorded about files, in SQL. */
export interface FileRecords {
  /** False: this id was used before, so the place it was made for is used up. */
  add(file: StoredFile): Promise<boolean>;
  /** Marks the file as said if `uploader` put it here; false otherwise. */
  markSaid(account: AccountId, file: FileId, uploader: VisitorId | AgentId, at: number): Promise<boolean>;
  /** Files, not photos. */
  find(account: AccountId, ids: readonly FileId[]): Promise<readonly StoredFile[]>;
  photo(id: FileId): Promise<StoredFile | null>;
  forgetPhoto(id: FileId): Promise<void>;
  /** Forgets at most `limit` files (not photos) that were uploaded before `before` and never said, and answers which. */
  takeUnsaid(before: number, limit: number): Promise<readonly FileId[]>;
}

/** Where the bytes are. Names are ours, never a stranger's. */
export interface FileStore {
  /**
   * Stores a stream to its end and answers its length. The file is there as a whole or not at all, also after a crash, and
   * nothing is ever written over.
   * @throws what the stream throws; then nothing is kept.
   */
  put(name: string, bytes: Readable): Promise<number | 'exists'>;
  /** `from` and `to` are inclusive offsets. @throws when there is no such file. */
  open(name: string, range?: { readonly from: number; readonly to: number }): Promise<Readable>;
  /** Bytes that can still be stored. */
  room(): Promise<number>;
  /** Removing what is not there is no error. */
  remove(name: string): Promise<void>;
  /** Removes what began to come before `before`, ms since 1970, and never became a file: the process ended meanwhile. */
  removeDrafts(before: number): Promise<void>;
}

/** A photo belongs to an agent: whoever keeps agents sets it. Answers the address it replaced. */
export interface AgentPhotos {
  setPhoto(actor: { readonly account: AccountId; readonly agent: AgentId }, url: string | null): Promise<string | null>;
}
