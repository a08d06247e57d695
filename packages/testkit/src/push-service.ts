import { createDecipheriv, createECDH, createHmac, createPublicKey, type ECDH, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One message as it came to the push service, read with the keys of the browser that it is for. */
export interface ReceivedPush {
  readonly headers: IncomingMessage['headers'];
  /** What the sender signed (RFC 8292), and whether its key did. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string };
  readonly signed: boolean;
  readonly senderKey: string;
  /** Of the body, as sent. */
  readonly bytes: number;
  readonly text: string;
}

/** A browser that subscribed. */
export interface PushBrowser {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
  readonly received: ReceivedPush[];
}

interface Temper {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A push service on the loopback address: takes messages, or answers as a test says, and can read what the browser could. */
export async function pushService() {
  const browsers = new Map<string, { readonly browser: PushBrowser; readonly ecdh: ECDH }>();
  let temper: Temper = { status: 201 };
  let tries = 0;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    tries += 1;
    const found = browsers.get(request.url ?? '');
    if (temper.status === 201 && found !== undefined)
      found.browser.received.push(readPush(request.headers, body, found.browser.keys, found.ecdh));
    response.writeHead(found === undefined ? 404 : temper.status, temper.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    /** Requests, taken or not. */
    tries: () => tries,
    becomes(wanted: Temper): void {
      temper = wanted;
    },
    subscribes(): PushBrowser {
      const ecdh = createECDH('prime256v1');
      const path = `/${randomBytes(16).toString('base64url')}`;
      const keys = { p256dh: ecdh.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
      const browser = { endpoint: origin + path, keys, received: [] };
      browsers.set(path, { browser, ecdh });
      return browser;
    },
    /** The browser is no more. */
    forgets({ endpoint }: PushBrowser): void {
      browsers.delete(new URL(endpoint).pathname);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function readPush(
  headers: IncomingMessage['headers'],
  body: Buffer,
  { auth }: PushBrowser['keys'],
  ecdh: ECDH,
): ReceivedPush {
  const [, token = '', senderKey = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  return {
    headers,
    claims: JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')),
    signed: isSigned(token, senderKey),
    senderKey,
    bytes: body.length,
    text: decrypt(body, Buffer.from(auth, 'base64url'), ecdh),
  };
}

function isSigned(token: string, senderKey: string): boolean {
  const [head, claims, signature = ''] = token.split('.');
  const point = Buffer.from(senderKey, 'base64url');
  const [x = '', y = ''] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
  const signed = Buffer.from(`${head}.${claims}`);
  return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

const hmac = (key: Buffer, ...text: (Buffer | string)[]): Buffer => {
  const hash = createHmac('sha256', key);
  for (const piece of text) hash.update(piece);
  return hash.digest();
};
const ONE = Buffer.from([1]);
const TAG = 16;

/** The receiving side of RFC 8291 section 3.4, for a message of one record (RFC 8188). */
export function decrypt(body: Buffer, auth: Buffer, ecdh: ECDH): string {
  const salt = body.subarray(0, 16);
  const keyEnd = 21 + body.readUInt8(20);
  const senderPoint = body.subarray(21, keyEnd);
  const shared = hmac(auth, ecdh.computeSecret(senderPoint));
  const material = hmac(shared, 'WebPush: info\0', ecdh.getPublicKey(), senderPoint, ONE);
  const pseudo = hmac(salt, material);
  const key = hmac(pseudo, 'Content-Encoding: aes128gcm\0', ONE).subarray(0, 16);
  const nonce = hmac(pseudo, 'Content-Encoding: nonce\0', ONE).subarray(0, 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(body.subarray(-TAG));
  const padded = Buffer.concat([decipher.update(body.subarray(keyEnd, -TAG)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}
