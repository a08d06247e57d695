import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AccountKey } from '@vetrina/protocol/ids';

/** A site of its own origin: one page with the snippet, the same page without. */
export interface Shop {
  readonly withLoader: string;
  readonly plain: string;
  end(): Promise<void>;
}

const page = (title: string, snippet: string) =>
  `<!doctype html><html lang="en"><title>${title}</title>${snippet}<h1>Ceramics</h1>${'<p>A vase, a bowl, a lamp.</p>'.repeat(50)}</html>`;

export async function openShop(vetrina: string, key: AccountKey): Promise<Shop> {
  const snippet = `<script async src="${vetrina}/loader.js" data-key="${key}"></script>`;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url?.startsWith('/plain') ? page('Plain', '') : page('Ceramics', snippet));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    withLoader: `${origin}/`,
    plain: `${origin}/plain`,
    end() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
