import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { PushKeys } from './ports.ts';

/** A fresh pair (P-256, RFC 8292 section 2) as text, to be kept: browsers subscribe with one key and hear no other. */
export async function makePushKeys(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

/** @param kept what `makePushKeys` made, at the first start of the first process */
export function readPushKeys(kept: string): PushKeys {
  const { x = '', y = '' } = JSON.parse(kept) as JWK;
  const point = [x, y].map((half) => Buffer.from(half, 'base64url'));
  return { publicKey: Buffer.concat([UNCOMPRESSED, ...point]).toString('base64url'), privateKey: kept };
}

/** SEC 1 section 2.3.3: both halves of the point follow. */
const UNCOMPRESSED = Buffer.from([4]);
