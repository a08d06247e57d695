import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountKey } from '@vetrina/protocol/ids';
import type { Plan } from '@vetrina/protocol/http/account';
import type { FastifyInstance } from 'fastify';
import { demoShopPolicy } from './content-policy.ts';

export interface DemoShop {
  /** Folder of plain pages and files. */
  readonly folder: string;
  readonly keys: Readonly<Record<Plan, AccountKey>>;
}

const PLAN_OF: Readonly<Record<string, Plan>> = { free: 'FREE', standard: 'STANDARD', pro: 'PRO' };

/**
 * A small shop that carries the snippet. Its pages say `%VETRINA_KEY%`, `%CSP_NONCE%` and, in links, `%ACCOUNT_QUERY%`
 * (empty, or `?account=free`), which are filled in here; `?account=free|standard` chooses whose shop it is.
 */
export function serveDemoShop(app: FastifyInstance, shop: DemoShop, publicUrl: string): void {
  app.get('/demo', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/demo/', 302));
  app.get('/demo/*', { schema: { hide: true } }, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const page = /^(?:[\w-]+\/)*(?:[\w-]+\.html)?$/.test(path) ? path.replace(/(^|\/)$/, '$1index.html') : null;
    if (page === null) return reply.header('cache-control', 'no-cache').sendFile(path, shop.folder, { cacheControl: false });

    const text = await readFile(join(shop.folder, page), 'utf8').catch(() => null);
    if (text === null) return reply.callNotFound();
    const wanted = (request.query as { account?: unknown }).account;
    const account = typeof wanted === 'string' && wanted in PLAN_OF ? wanted : 'pro';
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', demoShopPolicy(publicUrl, nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(
        text
          .replaceAll('%VETRINA_KEY%', shop.keys[PLAN_OF[account] ?? 'PRO'])
          .replaceAll('%CSP_NONCE%', nonce)
          .replaceAll('%ACCOUNT_QUERY%', account === 'pro' ? '' : `?account=${account}`),
      );
  });
}
