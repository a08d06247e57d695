import type { FileCard } from '@vetrina/protocol/conversation';
import { type AccountId, accountId, type FileId, fileId } from '@vetrina/protocol/ids';
import type { StoredFile } from './ports.ts';
import type { Seal } from './seal.ts';

const PURPOSE = 'file';
const HOUR = 3_600_000;
const GOOD_FOR = 24 * HOUR;

/** A file as whoever may see it now is shown it. */
export function fileCardOf(seal: Seal, file: StoredFile, now: number): FileCard {
  const { id, name, bytes, mediaType, picture } = file;
  return { id, name, bytes, mediaType, picture, url: fileAddress(seal, file, now) };
}

/**
 * A path under which the file can be fetched for a day, by whoever holds it. Addresses made within one hour are the same, so
 * that browsers fetch a picture once.
 */
function fileAddress(seal: Seal, { account, id, name }: StoredFile, now: number): string {
  const until = String(Math.ceil((now + GOOD_FOR) / HOUR) * HOUR);
  const query = new URLSearchParams({ account, until, signature: seal.sign(PURPOSE, account, id, until) });
  return `/files/${id}/${encodeURIComponent(name)}?${query}`;
}

/** Which file an address is about; null: not made here, changed, or too old. */
export function readFileAddress(
  seal: Seal,
  { file, account, until, signature }: Readonly<Record<'file' | 'account' | 'until' | 'signature', string>>,
  now: number,
): { readonly account: AccountId; readonly file: FileId } | null {
  if (!seal.verify(signature, PURPOSE, account, file, until) || Number(until) <= now) return null;
  return { account: accountId.parse(account), file: fileId.parse(file) };
}

/** Where a photo is shown: its id cannot be guessed, and what is behind it never changes. */
export const photoAddress = (id: FileId): string => `/photos/${id}`;

/** The photo an address was made for by `photoAddress`. */
export function photoOf(address: string): FileId | null {
  const found = fileId.safeParse(address.replace(/^\/photos\//, ''));
  return found.success ? found.data : null;
}
