import { demoShopPage } from '@vetrina/demo-shop/demo-shop-page';
import type { Plan } from '@vetrina/protocol/http/account';
import type { AccountKey } from '@vetrina/protocol/ids';
import type { FastifyInstance } from 'fastify';
import { demoShopPolicy } from './content-policy.ts';

export interface DemoShop {
  /** Folder of what is no page: styles, scripts, drawings. */
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

/** A small shop that carries the snippet. `?account=free|standard` chooses whose shop it is. */
export function serveDemoShop(app: FastifyInstance, shop: DemoShop, publicUrl: string): void {
  app.get('/demo', { schema: { hide: true } }, (_request, reply) => void reply.redirect('/demo/', 302));
  app.get('/demo/*', { schema: { hide: true } }, (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const wanted = (request.query as { account?: unknown }).account;
    const plan = (typeof wanted === 'string' ? PLAN_OF.get(wanted) : undefined) ?? 'PRO';
    const nonce = shop.nonce();
    const page = demoShopPage(path, { key: shop.keys[plan], nonce });
    if (page === null) {
      reply.header('cache-control', 'no-cache').sendFile(path, shop.folder, { cacheControl: false });
      return;
    }
    reply
      .header('content-security-policy', demoShopPolicy(publicUrl, nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page);
  });
}
