import type { AccountId, AgentId, FileId, VisitorId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { fileCardOf, photoAddress, photoOf, readFileAddress } from './file-address.ts';
import type { StoredFile } from './ports.ts';
import { createSeal } from './seal.ts';
import { readUploadToken, uploadToken } from './upload-token.ts';

const HOUR = 3_600_000;
const NOW = new FakeClock().now();
const seal = createSeal('a secret');
const account = `ac${'a'.repeat(22)}` as AccountId;
const file: StoredFile = {
  ...{ id: `fi${'f'.repeat(22)}` as FileId, account, purpose: 'file', uploader: `vi${'v'.repeat(22)}` as VisitorId },
  ...{ name: 'a.png', bytes: 5, mediaType: 'image/png', picture: null, createdAt: NOW },
};

const read = (url: string, now: number, by = seal) => {
  const { pathname, searchParams } = new URL(url, 'http://vetrina.example');
  const part = (name: string) => searchParams.get(name) ?? '';
  const signed = { account: part('account'), until: part('until'), signature: part('signature') };
  return readFileAddress(by, { file: pathname.split('/')[2] ?? '', ...signed }, now);
};

test('C4: the address of a file is good for a day, and one hour’s addresses are the same', () => {
  const { url } = fileCardOf(seal, file, NOW + 1);
  expect(fileCardOf(seal, file, NOW + HOUR - 1).url).toBe(url);
  expect(fileCardOf(seal, file, NOW + HOUR + 1).url).not.toBe(url);
  expect(read(url, NOW + 24 * HOUR)).toEqual({ account, file: file.id });
  expect(read(url, NOW + 25 * HOUR)).toBeNull();
  expect(read(url, NOW, createSeal('another secret'))).toBeNull();
});

test('C4: a signature for one thing is good for no other', () => {
  const signature = seal.sign('file', 'a', 'b');
  expect(seal.verify(signature, 'file', 'a', 'b')).toBe(true);
  for (const [purpose, ...facts] of [
    ['upload', 'a', 'b'],
    ['file', 'a'],
    ['file', 'b', 'a'],
  ] as const) {
    expect(seal.verify(signature, purpose, ...facts)).toBe(false);
  }
  for (const wrong of ['', 'AAAA', `${signature}A`, signature.slice(1)]) {
    expect(seal.verify(wrong, 'file', 'a', 'b')).toBe(false);
  }
});

test.each([
  { who: 'visitor', visitor: `vi${'v'.repeat(22)}` as VisitorId },
  { who: 'agent', agent: `ag${'g'.repeat(22)}` as AgentId },
] as const)('C4: a place to upload to says who may, until when: $who', (by) => {
  const ticket = { purpose: 'file', file: file.id, account, by, expiresAt: NOW + HOUR } as const;
  const token = uploadToken(seal, ticket);
  expect(token).toMatch(/^[\w.-]{1,200}$/);
  expect(readUploadToken(seal, token, NOW)).toEqual(ticket);
  expect(readUploadToken(seal, token, NOW + HOUR)).toBeNull();
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'x' ? 'y' : 'x';
    const changed = token.slice(0, at) + other + token.slice(at + 1);
    // The last letter of 128 bits carries two bits that say nothing.
    if (at < token.length - 1) expect(readUploadToken(seal, changed, NOW)).toBeNull();
  }
});

test('T1: a photo’s address leads back to it, and nothing else does', () => {
  expect(photoOf(photoAddress(file.id))).toBe(file.id);
  for (const other of ['', '/photos/', '/files/x', 'https://elsewhere.example/photo.png'])
    expect(photoOf(other)).toBeNull();
});
