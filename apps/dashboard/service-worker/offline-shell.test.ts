import { describe, expect, it } from 'vitest';
import { FakeCaches } from './fake-caches.ts';
import { answerFromShell, hearPage, installShell, tidyShells } from './offline-shell.ts';
import { cacheName, outlived, type ShellFiles } from './shell-files.ts';
import { whatToAnswer } from './what-to-answer.ts';

const ORIGIN = 'https://chat.shop.example';
const FILES: ShellFiles = { version: 'b', paths: ['/index.html', '/assets/index-1.js'] };

/** A worker with a network that can be cut. Its server has a few files and answers pages at every address. */
function worker() {
  const files = new Map(['index-1', 'it-1', 'index-2'].map((name) => [`${ORIGIN}/assets/${name}.js`, `// ${name}`]));
  const network = { is: 'there' as 'there' | 'away' | 'broken', asked: [] as string[] };
  const fetch = async (request: Request): Promise<Response> => {
    network.asked.push(request.url);
    if (network.is === 'away') throw new TypeError('no network');
    if (network.is === 'broken') return new Response('bad gateway', { status: 502 });
    if (!request.url.includes('/assets/')) return new Response('fresh page');
    const file = files.get(request.url);
    return file ? new Response(file) : new Response('gone', { status: 404 });
  };
  return { caches: new FakeCaches(fetch), fetch, location: { origin: ORIGIN }, network, files };
}

/** A navigation: outside a browser a request cannot be made in that mode. */
function navigation(path: string): Request {
  return Object.defineProperty(new Request(ORIGIN + path), 'mode', { value: 'navigate' });
}

const file = (name: string): Request => new Request(`${ORIGIN}/assets/${name}.js`);
const textOf = async (answer: Promise<Response> | null): Promise<string | undefined> => (await answer)?.text();

describe('N1: what the worker answers', () => {
  it.each([
    ['/', 'navigate', 'page'],
    ['/visitors?visitor=a.b', 'navigate', 'page'],
    ['/conversations/c1', 'navigate', 'page'],
    ['/api/v1/files/1', 'navigate', 'nothing'],
    ['/demo/', 'navigate', 'nothing'],
    ['/widget', 'navigate', 'nothing'],
    ['/loader.js', 'navigate', 'nothing'],
    ['/assets/index-1.js', 'cors', 'file'],
    ['/api/v1/session', 'cors', 'nothing'],
    ['/ws/agent', 'cors', 'nothing'],
    ['/loader.js', 'no-cors', 'nothing'],
    ['/favicon.svg', 'no-cors', 'nothing'],
  ] as const)('N1: %s (%s) is %s', (path, mode, asked) => {
    expect(whatToAnswer({ method: 'GET', mode, url: ORIGIN + path }, ORIGIN)).toBe(asked);
  });

  it('N1: what is sent, and other sites, are left alone', () => {
    expect(whatToAnswer({ method: 'POST', mode: 'navigate', url: `${ORIGIN}/visitors` }, ORIGIN)).toBe('nothing');
    expect(whatToAnswer({ method: 'GET', mode: 'cors', url: 'https://cdn.example/assets/a.js' }, ORIGIN)).toBe(
      'nothing',
    );
  });
});

describe('N1: the shell', () => {
  it('N1: opens without a network, and to the network’s page with one', async () => {
    const scope = worker();
    await installShell(scope, FILES);
    expect(await textOf(answerFromShell(scope, FILES, navigation('/visitors')))).toBe('fresh page');
    scope.network.is = 'away';
    expect(await textOf(answerFromShell(scope, FILES, navigation('/visitors')))).toBe('fresh page');
    expect(await textOf(answerFromShell(scope, FILES, file('index-1')))).toBe('// index-1');
    scope.network.is = 'broken';
    expect((await answerFromShell(scope, FILES, navigation('/settings')))?.status).toBe(200);
  });

  it('N1: a page that nobody kept is an error, not a wrong page', async () => {
    const scope = worker();
    scope.network.is = 'away';
    expect((await answerFromShell(scope, FILES, navigation('/visitors')))?.type).toBe('error');
  });

  it('N1: is kept as a whole or not at all', async () => {
    const scope = worker();
    const files = { ...FILES, paths: [...FILES.paths, '/assets/lost-1.js'] };
    await expect(installShell(scope, files)).rejects.toThrow();
    scope.network.is = 'away';
    expect((await answerFromShell(scope, files, navigation('/')))?.type).toBe('error');
  });

  it('N1: files come from what is kept; what is used once is kept, what is missing is not', async () => {
    const scope = worker();
    await installShell(scope, FILES);
    scope.network.asked.length = 0;
    await answerFromShell(scope, FILES, file('index-1'));
    expect(scope.network.asked).toEqual([]);
    await answerFromShell(scope, FILES, file('it-1'));
    expect((await answerFromShell(scope, FILES, file('lost-1')))?.status).toBe(404);
    scope.network.is = 'away';
    expect(await textOf(answerFromShell(scope, FILES, file('it-1')))).toBe('// it-1');
    await expect(answerFromShell(scope, FILES, file('lost-1'))).rejects.toThrow('no network');
  });

  it('N1: keeps what a page fetched before there was a worker, of its build only', async () => {
    const scope = worker();
    await installShell(scope, FILES);
    const paths = ['/assets/it-1.js', '/api/v1/session', '/assets/lost-1.js'];
    await hearPage(scope, FILES, { kind: 'keep', paths }, { skipWaiting: async () => {}, answer: () => {} });
    scope.network.is = 'away';
    expect(await textOf(answerFromShell(scope, FILES, file('it-1')))).toBe('// it-1');
    expect(await scope.caches.match(`${ORIGIN}/api/v1/session`)).toBeUndefined();
  });

  it('N2: the version before stays for its open pages, older ones go', async () => {
    const scope = worker();
    for (const version of ['z', 'a']) await scope.caches.open(cacheName({ version, paths: [] }));
    await scope.caches.open('somebody-else');
    await installShell(scope, FILES);
    await tidyShells(scope, FILES);
    expect(await scope.caches.keys()).toEqual(['vetrina-shell-a', 'somebody-else', 'vetrina-shell-b']);
    expect(outlived([], 'vetrina-shell-b')).toEqual([]);
  });

  it('N2: takes over when asked, and unasked where the page already runs this version', async () => {
    const scope = worker();
    const said: string[] = [];
    const hearing = {
      skipWaiting: async () => void said.push('took over'),
      answer: (isOwn: boolean) => void said.push(isOwn ? 'mine' : 'another’s'),
    };
    await hearPage(scope, FILES, { kind: 'whose-page', entry: '/assets/index-0.js' }, hearing);
    expect(said).toEqual(['another’s']);
    await hearPage(scope, FILES, { kind: 'whose-page', entry: '/assets/index-1.js' }, hearing);
    await hearPage(scope, FILES, { kind: 'take-over' }, hearing);
    expect(said).toEqual(['another’s', 'mine', 'took over', 'took over']);
  });
});
