import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '@vetrina/protocol/http/account';
import type { AccountKey } from '@vetrina/protocol/ids';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { demoShopPolicy } from './content-policy.ts';

export interface DemoShop {
  /** Folder of plain pages and files. */
  readonly folder: string;
  readonly keys: Readonly<Record<Plan, AccountKey>>;
  /** A fresh one for every page served. */
  readonly nonce: () => string;
}

const PLAN_OF: ReadonlyMap<string, Plan> = new Map([
  ['free', 'FREE'],
  ['standard', 'STANDARD'],
  ['pro', 'PRO'],
]);

/**
 * A small shop that carries the snippet. Its pages say `__VETRINA_KEY__` and `__NONCE__`, which are filled in here;
 * `?account=free|standard` chooses whose shop it is.
 */
export function serveDemoShop(app: FastifyInstance, shop: DemoShop, publicUrl: string): void {
  app.get('/demo', { schema: { hide: true } }, (_request, reply) => void reply.redirect('/demo/', 302));
  app.get('/demo/*', { schema: { hide: true } }, (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const page = /^(?:[\w-]+\/)*(?:[\w-]+\.html)?$/.test(path) ? path.replace(/(^|\/)$/, '$1index.html') : null;
    if (page === null) {
      reply.header('cache-control', 'no-cache').sendFile(path, shop.folder, { cacheControl: false });
      return;
    }
    const wanted = (request.query as { account?: unknown }).account;
    const plan = (typeof wanted === 'string' ? PLAN_OF.get(wanted) : undefined) ?? 'PRO';
    readFile(join(shop.folder, page), 'utf8').then(
      (text) => sendPage(reply, text, { key: shop.keys[plan], nonce: shop.nonce() }, publicUrl),
      () => reply.callNotFound(),
    );
  });
}

interface Filling {
  readonly key: AccountKey;
  readonly nonce: string;
}

function sendPage(reply: FastifyReply, text: string, { key, nonce }: Filling, publicUrl: string): void {
  reply
    .header('content-security-policy', demoShopPolicy(publicUrl, nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(text.replaceAll('__VETRINA_KEY__', key).replaceAll('__NONCE__', nonce));
}
