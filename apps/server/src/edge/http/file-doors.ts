import { fileId } from '@vetrina/protocol/ids';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFileAddress } from '../../files/file-address.ts';
import type { StoredFile } from '../../files/ports.ts';
import { type ReceiveUploadParts, receiveUpload } from '../../files/receive-upload.ts';
import { Refusal } from '../../platform/refusal.ts';
import { byteRange } from './byte-range.ts';
import { contentPolicy } from './content-policy.ts';

/** Where bytes come to. */
export const UPLOAD_ROUTE = '/api/v1/uploads/:token';

export type FileDoorParts = ReceiveUploadParts;

const YEAR_SECONDS = 31_536_000;
/** A file opened by itself runs nothing, loads nothing, and has no origin (Content Security Policy Level 3, sandbox). */
const FILE_POLICY = contentPolicy({ sandbox: [], 'default-src': ["'none'"] });

/**
 * The doors through which files come and go. They carry no cookie: an upload's address names who uploads, a file's is signed
 * for whoever was shown it, so that visitors' pages on other sites can use them.
 */
export function openFileDoors(app: FastifyInstance, parts: FileDoorParts): void {
  app.get('/files/:file/*', { schema: { hide: true } }, (request, reply) => sendFile(parts, request, reply));
  app.get('/photos/:photo', { schema: { hide: true } }, (request, reply) => sendPhoto(parts, request, reply));
  // A context of its own: here, and only here, a body is anything, and is not read before the handler does.
  void app.register((scope, _options, ready) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null, undefined));
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', '*');
      reply.header('cross-origin-resource-policy', 'cross-origin');
      reply.header('cache-control', 'no-store');
    });
    scope.options(UPLOAD_ROUTE, { schema: { hide: true } }, async (_request, reply) => {
      reply.header('access-control-allow-methods', 'PUT');
      reply.header('access-control-allow-headers', 'content-type, x-file-name');
      reply.header('access-control-max-age', '600');
      return reply.status(204).send();
    });
    scope.put(UPLOAD_ROUTE, { schema: { hide: true } }, (request) => takeUpload(parts, request));
    ready();
  });
}

function takeUpload(parts: FileDoorParts, request: FastifyRequest) {
  const { 'x-file-name': name, 'content-length': length } = request.headers;
  return receiveUpload(parts, {
    token: (request.params as { token: string }).token,
    name: typeof name === 'string' ? name : undefined,
    length: length === undefined ? undefined : Number(length),
    bytes: request.raw,
  });
}

async function sendFile(parts: FileDoorParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { file = '' } = request.params as Partial<Record<string, string>>;
  const { account, until, signature, show } = request.query as Partial<Record<string, unknown>>;
  const place = readFileAddress(
    parts.seal,
    { file, account: String(account), until: String(until), signature: String(signature) },
    parts.clock.now(),
  );
  if (place === null) throw new Refusal('not_found');
  const [stored] = await parts.records.find(place.account, [place.file]);
  if (stored === undefined) throw new Refusal('not_found');
  const inPlace = show !== undefined && stored.picture !== null;
  reply.header('cache-control', 'private, max-age=86400, immutable');
  reply.header('content-disposition', disposition(inPlace ? 'inline' : 'attachment', stored.name));
  return sendBytes(parts, request, reply, stored);
}

async function sendPhoto(parts: FileDoorParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const id = fileId.safeParse((request.params as { photo: string }).photo);
  const stored = id.success ? await parts.records.photo(id.data) : null;
  if (stored === null) throw new Refusal('not_found');
  reply.header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`);
  reply.header('content-disposition', 'inline');
  return sendBytes(parts, request, reply, stored);
}

async function sendBytes(
  { store }: FileDoorParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, bytes, mediaType }: StoredFile,
): Promise<FastifyReply> {
  reply.header('content-security-policy', FILE_POLICY);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('cross-origin-resource-policy', 'cross-origin');
  reply.header('accept-ranges', 'bytes');
  const range = byteRange(request.headers.range, bytes);
  if (range === 'unsatisfiable') {
    return reply.status(416).header('content-range', `bytes */${bytes}`).header('content-length', 0).send();
  }
  const part = range === 'everything' ? { from: 0, to: bytes - 1 } : range;
  if (range !== 'everything') reply.status(206).header('content-range', `bytes ${part.from}-${part.to}/${bytes}`);
  reply.type(mediaType).header('content-length', bytes === 0 ? 0 : part.to - part.from + 1);
  return reply.send(await store.open(id, range === 'everything' ? undefined : range));
}

/** RFC 6266: a plain name for the oldest, the whole one for everybody else. */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
