import type { UploadPlace } from '@vetrina/protocol/http/conversations';
import type { AccountId } from '@vetrina/protocol/ids';
import { countedAs, isOwnMachine } from '../platform/client-ip.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import type { Uploader } from './ports.ts';
import type { Seal } from './seal.ts';
import { type UploadTicket, uploadToken } from './upload-token.ts';

export interface OfferUploadParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'file'>;
  readonly seal: Seal;
  /** `count` throws the Refusal `too_many_requests`. */
  readonly uploads: {
    readonly perUploader: { count(name: string): void };
    readonly perAccount: { count(name: string): void };
  };
}

export interface UploadRequest {
  readonly account: AccountId;
  readonly by: Uploader;
  /** A visitor's IP address: whoever is one visitor is easily another. */
  readonly ip?: string;
}

/** Long enough to choose nothing anew on a slow line: the bytes only have to begin to come by then, ms. */
const GOOD_FOR = 10 * 60_000;

/**
 * A place to PUT the bytes of one file to, once. The address is a path on this server: visitors' pages and dashboards know
 * under which name they reach it. Nothing is stored until bytes come.
 * @throws Refusal `too_many_requests`
 */
export function offerUpload(parts: OfferUploadParts, request: UploadRequest): UploadPlace {
  return place(parts, 'file', request);
}

/** The same for the photo of an agent. @throws Refusal `too_many_requests` */
export function offerPhotoUpload(parts: OfferUploadParts, request: UploadRequest): UploadPlace {
  return place(parts, 'photo', request);
}

function place(
  parts: OfferUploadParts,
  purpose: UploadTicket['purpose'],
  { account, by, ip }: UploadRequest,
): UploadPlace {
  const { clock, ids, seal, uploads } = parts;
  uploads.perUploader.count(`${account}:${by.who === 'visitor' ? by.visitor : by.agent}`);
  if (ip !== undefined && !isOwnMachine(ip)) uploads.perUploader.count(countedAs(ip));
  // Visitors and agents apart: what many visitors upload must not keep the team from answering with a file.
  uploads.perAccount.count(`${account}:${by.who}`);
  const token = uploadToken(seal, { purpose, file: ids.file(), account, by, expiresAt: clock.now() + GOOD_FOR });
  return { url: `/api/v1/uploads/${token}`, expiresInMs: GOOD_FOR };
}
