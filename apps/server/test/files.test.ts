import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { FileCard } from '@vetrina/protocol/conversation';
import { LIMITS } from '@vetrina/protocol/limits';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { httpWorld, OWN, OWNER } from './http-world.ts';

const MINUTE = 60_000;
/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const ELSEWHERE = 'https://shop.example';

let here: Awaited<ReturnType<typeof httpWorld>>;
let cookie = '';
beforeAll(async () => {
  here = await httpWorld();
  ({ cookie } = await here.ask('POST', '/api/v1/setup', { body: OWNER }));
});
afterAll(() => here[Symbol.asyncDispose]());

const place = async (path = '/api/v1/uploads'): Promise<string> =>
  (await here.ask('POST', path, { cookie })).json().url;

/** As a page of another site does it: no cookie, any content type. */
const put = (url: string, bytes: Buffer | string | PassThrough, headers: Record<string, string> = {}) =>
  here.app.http.inject({
    method: 'PUT',
    url,
    payload: bytes,
    headers: { origin: ELSEWHERE, 'content-type': 'image/png', 'x-file-name': 'pixel.png', ...headers },
  });

const get = (url: string, headers: Record<string, string> = {}) =>
  here.app.http.inject({ method: 'GET', url, headers });

async function upload(bytes: Buffer | string, name: string): Promise<FileCard> {
  const answer = await put(await place(), bytes, { 'x-file-name': encodeURIComponent(name) });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe('uploads', () => {
  it('C4: a picture is told by its bytes, measured, and served to whoever has its address', async () => {
    const card = await upload(PNG, 'Città ✓.png');
    expect(card).toMatchObject({ name: 'Città ✓.png', bytes: PNG.length, mediaType: 'image/png' });
    expect(card.picture).toEqual({ width: 1, height: 1 });
    const file = await get(card.url);
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.equals(PNG)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'content-disposition': `attachment; filename="Citt_ _.png"; filename*=UTF-8''Citt%C3%A0%20%E2%9C%93.png`,
      'cache-control': expect.stringContaining('private'),
    });
    expect((await get(`${card.url}&show=1`)).headers['content-disposition']).toMatch(/^inline;/);
  });

  it('C4: a picture made to take long to measure takes no longer than others', async () => {
    const box = (type: string, ...parts: Buffer[]): Buffer => {
      const body = Buffer.concat(parts);
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length + 8);
      return Buffer.concat([head.fill(type, 4, 8, 'latin1'), body]);
    };
    // One picture's size after the other: half a megabyte of them kept the server busy for eight seconds.
    const sizes = Array.from({ length: 25_000 }, () => box('ispe', Buffer.alloc(12)));
    const meta = box('meta', Buffer.alloc(4), box('iprp', box('ipco', ...sizes)));
    const began = performance.now();
    const card = await upload(Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0')), meta]), 'many.avif');
    expect(card).toMatchObject({ mediaType: 'image/avif', picture: null });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('C4: only pictures are ever shown in place', async () => {
    const card = await upload('<script>alert(1)</script>', 'notes.txt');
    const file = await get(`${card.url}&show=1`);
    expect(file.headers['content-disposition']).toMatch(/^attachment;/);
    expect(file.headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  it('C4: a place is good for one file, for ten minutes, and only as it was given', async () => {
    const url = await place();
    expect((await put(url, PNG)).statusCode).toBe(200);
    expect((await put(url, PNG)).json().code).toBe('link_expired');
    const fresh = await place();
    const forged = fresh.replace(/\.[^.]+$/, '.AAAAAAAAAAAAAAAAAAAAAA');
    for (const wrong of [forged, '/api/v1/uploads/nonsense', fresh.replace('file.', 'photo.')]) {
      expect((await put(wrong, PNG)).statusCode).toBe(410);
    }
    here.clock.advance(10 * MINUTE);
    expect((await put(fresh, PNG)).statusCode).toBe(410);
  });

  it('C4: two uploads to one place at the same moment leave one whole file', async () => {
    const url = await place();
    const answers = await Promise.all([put(url, PNG), put(url, 'text', { 'x-file-name': 'a.txt' })]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 410]);
    const card = answers.find(({ statusCode }) => statusCode === 200)?.json() as FileCard;
    expect((await get(card.url)).rawPayload).toHaveLength(card.bytes);
  });

  it('C4: bytes come to a place from one side at a time', async () => {
    const url = await place();
    const slow = new PassThrough();
    slow.write(PNG);
    const first = put(url, slow).then(({ statusCode }) => statusCode);
    // No picture: refused for that as long as it is the only one.
    const another = async () => (await put(url, 'no picture')).json().code;
    await vi.waitFor(async () => expect(await another()).toBe('link_expired'));
    slow.end();
    expect(await first).toBe(200);
  });

  it.each([
    ['page.html', '<html></html>', 'file_type'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'file_type'],
    ['drawing.png', '<svg onload="alert(1)"/>', 'file_type'],
    ['program.exe', 'MZ', 'file_type'],
    ['', PNG, 'file_type'],
  ])('C4: %s is refused, and the place stays good', async (name, bytes, code) => {
    const url = await place();
    const refused = await put(url, bytes, { 'x-file-name': encodeURIComponent(name) });
    expect(refused.json().code).toBe(code);
    expect(refused.headers['access-control-allow-origin']).toBe('*');
    expect((await put(url, PNG)).statusCode).toBe(200);
  });

  it('C4: what is announced or turns out as too large is refused', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(LIMITS.fileBytes - PNG.length + 1)]);
    expect((await put(await place(), large)).json().code).toBe('too_large');
    const whole = large.subarray(0, LIMITS.fileBytes);
    const card: FileCard = (await put(await place(), whole)).json();
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash((await get(card.url)).rawPayload)).toBe(hash(whole));
  });

  it('C4: pages of other sites may ask and put, with no cookie and no more', async () => {
    const url = await place();
    const asked = await here.app.http.inject({ method: 'OPTIONS', url, headers: { origin: ELSEWHERE } });
    expect(asked.statusCode).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type, x-file-name',
    });
    expect(asked.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('C4: nobody asks for places without end', async () => {
    here.clock.advance(10 * MINUTE);
    const answers = [];
    for (let nth = 0; nth < 31; nth += 1) answers.push((await here.ask('POST', '/api/v1/uploads', { cookie })).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
    here.clock.advance(10 * MINUTE);
  });
});

it('bad input: a disk that is nearly full takes no more files, and says so', async () => {
  // More than any disk has.
  await using full = await httpWorld(
    { DISK_RESERVE_MB: '1e12', DATA_DIR: mkdtempSync(join(tmpdir(), 'vetrina-full-')) },
    undefined,
    false,
  );
  const { cookie: owner } = await full.ask('POST', '/api/v1/setup', { body: OWNER });
  const { url } = (await full.ask('POST', '/api/v1/uploads', { cookie: owner })).json();
  const answer = await full.app.http.inject({
    ...{ method: 'PUT', url, payload: PNG },
    headers: { 'content-type': 'image/png', 'x-file-name': 'pixel.png' },
  });
  expect([answer.statusCode, answer.json().code, answer.json().retry]).toEqual([503, 'not_ready', true]);
  expect((await full.ask('GET', '/metrics')).text).toContain('refusals_total{code="not_ready"} 1');
});

describe('addresses of files', () => {
  it('C4: they are good for nothing but their file', async () => {
    const card = await upload(PNG, 'a.png');
    const other = await upload(PNG, 'b.png');
    expect((await get(card.url.replace(card.id, other.id))).statusCode).toBe(404);
    expect((await get(card.url.replace(/until=\d+/, 'until=9999999999999'))).statusCode).toBe(404);
    expect((await get(card.url.split('?')[0] ?? '')).statusCode).toBe(404);
  });

  it('C4: a film can be fetched part by part', async () => {
    const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(88, 7)]);
    const { url } = await upload(film, 'film.mp4');
    const part = await get(url, { range: 'bytes=4-11' });
    expect([part.statusCode, part.headers['content-range'], part.body]).toEqual([206, 'bytes 4-11/100', 'ftypisom']);
    const behind = await get(url, { range: 'bytes=100-' });
    expect([behind.statusCode, behind.headers['content-range']]).toEqual([416, 'bytes */100']);
  });

  it('bad input: the last byte of an empty file is refused, and the file served as ever', async () => {
    const { url } = await upload('', 'empty.txt');
    const last = await get(url, { range: 'bytes=-1' });
    expect([last.statusCode, last.headers['content-range']]).toEqual([416, 'bytes */0']);
    expect([(await get(url)).statusCode, (await get(url)).body]).toEqual([200, '']);
  });
});

describe('photos', () => {
  const photoOf = async () =>
    (await here.ask('GET', '/api/v1/session', { cookie })).json().agent.photo as string | null;

  it('T1: an agent’s photo is shown to everyone at an address of its own, and replaced as a whole', async () => {
    const { url } = (await put(await place('/api/v1/me/photo-uploads'), PNG)).json() as FileCard;
    expect(url).toMatch(/^\/photos\/fi[\w-]{22}$/);
    expect(await photoOf()).toBe(url);
    const shown = await get(url);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': expect.stringContaining('immutable'),
    });

    const { url: next } = (await put(await place('/api/v1/me/photo-uploads'), PNG)).json() as FileCard;
    expect(await photoOf()).toBe(next);
    expect((await get(url)).statusCode).toBe(404);

    const removed = await here.ask('DELETE', '/api/v1/me/photo', { cookie });
    expect([removed.status, removed.json().photo, await photoOf()]).toEqual([200, null, null]);
    expect((await get(next)).statusCode).toBe(404);
  });

  it('T1: a photo is a small picture', async () => {
    const path = '/api/v1/me/photo-uploads';
    expect((await put(await place(path), 'text', { 'x-file-name': 'a.txt' })).json().code).toBe('file_type');
    const large = Buffer.concat([PNG, Buffer.alloc(LIMITS.photoBytes)]);
    expect((await put(await place(path), large)).json().code).toBe('too_large');
    expect(await photoOf()).toBeNull();
  });
});

describe('who may ask', () => {
  it('C4: places are for agents who are signed in, asked from the dashboard', async () => {
    for (const path of ['/api/v1/uploads', '/api/v1/me/photo-uploads']) {
      expect((await here.ask('POST', path)).status).toBe(401);
      expect((await here.ask('POST', path, { cookie, headers: { origin: ELSEWHERE } })).status).toBe(403);
    }
    expect(OWN).not.toBe(ELSEWHERE);
  });
});
