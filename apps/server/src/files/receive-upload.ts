import { type Readable, Transform } from 'node:stream';
import { fileKind, HEAD_BYTES, TAIL_BYTES } from '@vetrina/domain/file-kinds';
import type { FileCard } from '@vetrina/protocol/conversation';
import type { AgentId, FileId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { imageSize } from 'image-size';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import { fileCardOf, photoAddress } from './file-address.ts';
import { fileName } from './file-name.ts';
import { replacePhoto } from './photos.ts';
import type { AgentPhotos, FileRecords, FileStore, StoredFile } from './ports.ts';
import type { Seal } from './seal.ts';
import { readUploadToken, type UploadTicket } from './upload-token.ts';

export interface ReceiveUploadParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly seal: Seal;
  readonly store: FileStore;
  readonly records: FileRecords;
  readonly photos: AgentPhotos;
  /** Places to which bytes are coming now. */
  readonly underWay: Set<FileId>;
  /** Bytes that the disk keeps free for the database: without them nothing that is said can be saved. */
  readonly reserve: number;
}

export interface Upload {
  readonly token: string;
  /** URI-encoded, as it came. */
  readonly name: string | undefined;
  /** As announced; undefined: not announced. */
  readonly length: number | undefined;
  readonly bytes: Readable;
}

/**
 * Headers of pictures end before that; cameras put a small copy and a colour profile first. No more of it is measured:
 * pictures made for it keep image-size busy on this thread, AVIF for a time that grows with the square of the bytes.
 */
const MEASURED_HEAD = 32 * 1024;
const MEASURED_JPEG_HEAD = 256 * 1024;
const LARGEST_SIDE = 65_535;
const PHOTO_TYPES = new Set(['image/png', 'image/jpeg', 'image/webp']);

/**
 * Takes the bytes of a file to the place that was offered for them. What kind of file it is decide its bytes and the end of
 * its name. The same place is good for one file; after a refusal it can be used again.
 * @throws Refusal `link_expired`, `too_large`, `file_type`; `not_ready` when the disk is nearly full
 */
export async function receiveUpload(parts: ReceiveUploadParts, upload: Upload): Promise<FileCard> {
  const { clock, seal } = parts;
  const ticket = readUploadToken(seal, upload.token, clock.now());
  if (ticket === null) throw new Refusal('link_expired');
  const most = ticket.purpose === 'photo' ? LIMITS.photoBytes : LIMITS.fileBytes;
  if ((upload.length ?? 0) > most) throw new Refusal('too_large');
  // One place for many at once would be a disk's worth of drafts.
  if (parts.underWay.has(ticket.file)) throw new Refusal('link_expired');
  parts.underWay.add(ticket.file);
  try {
    if ((await parts.store.room()) - (upload.length ?? most) < parts.reserve) throw new Refusal('not_ready');
    return await takeIn(parts, ticket, upload, most);
  } finally {
    parts.underWay.delete(ticket.file);
  }
}

async function takeIn(parts: ReceiveUploadParts, ticket: UploadTicket, upload: Upload, most: number) {
  const bytes = await parts.store.put(ticket.file, atMost(most, upload.bytes));
  if (bytes === 'exists') throw new Refusal('link_expired');
  try {
    return await record(parts, ticket, { name: fileName(upload.name), bytes });
  } catch (error) {
    await parts.store.remove(ticket.file);
    throw error;
  }
}

async function record(
  parts: ReceiveUploadParts,
  ticket: UploadTicket,
  { name, bytes }: Pick<StoredFile, 'name' | 'bytes'>,
): Promise<FileCard> {
  const { clock, seal, records, photos } = parts;
  const file: StoredFile = {
    ...{ id: ticket.file, account: ticket.account, purpose: ticket.purpose, name, bytes, createdAt: clock.now() },
    uploader: ticket.by.who === 'visitor' ? ticket.by.visitor : ticket.by.agent,
    ...(await whatItIs(parts.store, ticket.file, name, bytes)),
  };
  if (ticket.purpose === 'photo' && !PHOTO_TYPES.has(file.mediaType)) throw new Refusal('file_type');
  if (!(await records.add(file))) throw new Error(`file ${file.id} is recorded, but was not there`);
  if (ticket.purpose === 'file') return fileCardOf(seal, file, clock.now());
  const agent = file.uploader as AgentId;
  await replacePhoto({ ...parts, photos }, { account: file.account, agent }, photoAddress(file.id));
  const { id, mediaType, picture } = file;
  return { id, name, bytes, mediaType, picture, url: photoAddress(id) };
}

async function whatItIs(store: FileStore, id: string, name: string, bytes: number) {
  const head = await part(store, id, 0, Math.min(bytes, MEASURED_JPEG_HEAD));
  const tail = await part(store, id, Math.max(0, bytes - TAIL_BYTES), bytes);
  const kind = fileKind(name, head.subarray(0, HEAD_BYTES), tail);
  if (kind === null) throw new Refusal('file_type');
  const { mediaType, picture } = kind;
  const measured = mediaType === 'image/jpeg' ? head : head.subarray(0, MEASURED_HEAD);
  return { mediaType, picture: picture ? pictureSize(measured) : null };
}

/** null: the header is broken, so it is a file like any other. */
function pictureSize(head: Uint8Array): StoredFile['picture'] {
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    const fits = [width, height].every((side) => Number.isInteger(side) && side > 0 && side <= LARGEST_SIDE);
    if (!fits) return null;
    // EXIF: from 5 on the camera was held upright, and browsers turn the picture.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}

/** `from` to before `to`. */
async function part(store: FileStore, id: string, from: number, to: number): Promise<Buffer> {
  if (to <= from) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  for await (const chunk of await store.open(id, { from, to: to - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Lets bytes through until there are too many: an announced length may be a lie, or missing. */
function atMost(most: number, bytes: Readable): Readable {
  let seen = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > most) done(new Refusal('too_large'));
      else done(null, chunk);
    },
  });
  // A browser that goes away in mid-upload is no fault of ours: nobody hears the refusal.
  const gone = () => measure.destroy(new Refusal('bad_request'));
  bytes.once('error', gone);
  bytes.once('close', () => {
    if (!bytes.readableEnded) gone();
  });
  return bytes.pipe(measure);
}
