import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/platform/config.ts';
import { randomIds } from '../src/platform/ids.ts';
import { type Log, silentLog } from '../src/platform/log.ts';
import { createMetrics } from '../src/platform/metrics.ts';
import { breathe } from '../src/platform/turns.ts';
import { NOWHERE } from '../src/visitors/locate.ts';

export const OWN = 'http://127.0.0.1:4000';

interface Ask {
  readonly body?: unknown;
  readonly cookie?: string;
  /** Laid over what a dashboard would send; undefined takes a header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly from?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly json: () => ReturnType<JSON['parse']>;
  readonly cookie: string;
}

/** What a build leaves, as far as the server serves it. */
function layOut(folder: string) {
  const folders = {
    dashboard: join(folder, 'dashboard'),
    widget: join(folder, 'widget'),
    demoShop: join(folder, 'shop'),
  };
  mkdirSync(join(folders.dashboard, 'assets'), { recursive: true });
  mkdirSync(join(folders.widget, 'box'), { recursive: true });
  mkdirSync(folders.demoShop);
  writeFileSync(join(folders.dashboard, 'index.html'), '<!doctype html><title>Vetrina</title>');
  writeFileSync(join(folders.dashboard, 'support.html'), '<!doctype html><title>Vetrina</title>');
  writeFileSync(join(folders.dashboard, 'assets/app-1a2b.js'), 'void 0;');
  writeFileSync(join(folders.dashboard, 'service-worker.js'), '/* worker */');
  writeFileSync(join(folders.dashboard, 'assets/app-1a2b.js.br'), brotliCompressSync('void 0;'));
  writeFileSync(join(folders.dashboard, 'assets/app-1a2b.js.gz'), gzipSync('void 0;'));
  writeFileSync(join(folders.widget, 'loader.js'), '/* loader */');
  writeFileSync(join(folders.widget, 'box.js'), '/* box */');
  writeFileSync(join(folders.widget, 'rules.js'), '/* rules */');
  writeFileSync(join(folders.widget, 'box/it-1a2b.js'), '/* Italian */');
  writeFileSync(join(folders.demoShop, 'shop.css'), 'body{}');
  return folders;
}

/** A whole server in memory, asked over HTTP without a port, the way the dashboard asks. */
export async function httpWorld(env: Readonly<Record<string, string>> = {}, log: Log = silentLog, inMemory = true) {
  const folder = mkdtempSync(join(tmpdir(), 'vetrina-http-'));
  const folders = layOut(folder);
  const clock = new FakeClock();
  const app = await createApp({
    ...{ clock, log, breathe, folders, ids: randomIds, locate: () => NOWHERE, inMemory, openFiles: 1_000 },
    config: readConfig(env),
    metrics: createMetrics({ processFigures: false }),
  });

  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    asked: Ask = {},
  ): Promise<Answer> => {
    const usual = method === 'GET' ? {} : { origin: OWN, 'content-type': 'application/json' };
    const headers = {
      host: '127.0.0.1:4000',
      ...usual,
      ...(asked.cookie === undefined ? {} : { cookie: asked.cookie }),
      ...asked.headers,
    };
    const payload =
      asked.body === undefined ? undefined : typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body);
    const response = await app.http.inject({
      method,
      url,
      headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >,
      remoteAddress: asked.from ?? '127.0.0.1',
      ...(payload === undefined ? {} : { payload }),
    });
    const cookies = [response.headers['set-cookie'] ?? []].flat();
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      json: () => response.json(),
      cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
    };
  };
  return {
    app,
    ask,
    /** Every address that is answered, as `METHOD /path`. */
    get routes(): string[] {
      return routesOf(app.http.printRoutes({ commonPrefix: false }));
    },
    clock,
    async [Symbol.asyncDispose]() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const OWNER = { name: 'Ada', email: 'ada@shop.example', password: 'a long password', accountName: 'Ada’s shop' };

/** Reads fastify's drawing of its routes, in which each line is an address with the methods behind it. */
function routesOf(drawing: string): string[] {
  const folders: string[] = [];
  return drawing.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] = /^([│├└─\s]*)(\S*)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (path === '') return [];
    const depth = indent.length / 4;
    folders.splice(depth - 1);
    folders.push(path);
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${folders.join('')}`);
  });
}
