import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { WebSocketServer } from 'ws';

export interface HeardFrame {
  type: string;
  [field: string]: unknown;
}

export interface Connection {
  frames: HeardFrame[];
  isOpen: boolean;
}

/** Two origins: a customer's site and a Vetrina that only listens. */
export interface Stage extends AsyncDisposable {
  shop: string;
  vetrina: string;
  /** One entry per socket, in the order of their arrival. */
  connections: Connection[];
  /** What the server says after each welcome. */
  says: object[];
  /** What it says now, to everybody. */
  tell(frame: object): void;
  /** Scripts that were asked for, in that order. */
  fetched: string[];
  /** Puts a page on the site. `csp` becomes its Content-Security-Policy. */
  page(path: string, body: string, csp?: string): void;
  /** Every frame of every socket, flat. */
  frames(): HeardFrame[];
}

export const KEY = 'abcdefghijklmnopqrstuvwxyz012345';

const CONFIG = {
  ...{ mode: 'full', respectPrivacySignals: true, accountName: 'Bottega', groups: [] },
  box: DEFAULT_BOX,
  may: { hideBox: true, askFirst: true, rate: true },
};

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

/** The built loader is what is tested: run the widget's build first. */
export async function openStage(): Promise<Stage> {
  const built = new URL('../../apps/widget/dist/', import.meta.url);
  const pages = new Map<string, { body: string; csp: string | undefined }>();
  const connections: Connection[] = [];
  const fetched: string[] = [];
  const says: object[] = [];

  const site = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://shop').pathname);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (page?.csp) response.setHeader('content-security-policy', page.csp);
    response.statusCode = page ? 200 : 404;
    response.end(page?.body ?? 'nothing here');
  });
  const vetrina = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const file = /^\/((?:loader|box|rules|box\/[\w.-]+)\.js)(\?|$)/.exec(request.url ?? '')?.[1];
    if (file) {
      fetched.push(file);
      response.setHeader('content-type', 'text/javascript');
      void readFile(new URL(file, built)).then(
        (code) => response.end(code),
        () => response.destroy(),
      );
    } else if (request.url === `/widget/${KEY}.json`) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(CONFIG));
    } else {
      response.statusCode = 404;
      response.end('{}');
    }
  });
  const sockets = new WebSocketServer({ server: vetrina });
  sockets.on('connection', (socket) => {
    const connection: Connection = { frames: [], isOpen: true };
    connections.push(connection);
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as HeardFrame;
      connection.frames.push(frame);
      if (frame.type === 'hello') {
        socket.send(
          JSON.stringify({
            ...{ type: 'welcome', protocol: 4, visitor: 'viABCDEFGHIJKLMNOPQRSTUV', serverTime: Date.now() },
            ...{ chat: null, box: { state: 'online', agents: [], chatting: false }, message: null },
          }),
        );
        for (const more of says) socket.send(JSON.stringify(more));
      }
    });
    socket.on('close', () => {
      connection.isOpen = false;
    });
  });

  const shopPort = await listen(site);
  const vetrinaPort = await listen(vetrina);
  return {
    shop: `http://localhost:${shopPort}`,
    vetrina: `http://127.0.0.1:${vetrinaPort}`,
    connections,
    ...{ fetched, says },
    tell(frame) {
      for (const client of sockets.clients) client.send(JSON.stringify(frame));
    },
    page: (path, body, csp) => void pages.set(path, { body, csp }),
    frames: () => connections.flatMap((connection) => connection.frames),
    async [Symbol.asyncDispose]() {
      for (const client of sockets.clients) client.terminate();
      site.closeAllConnections();
      vetrina.closeAllConnections();
      await Promise.all([new Promise((done) => site.close(done)), new Promise((done) => vetrina.close(done))]);
    },
  };
}
