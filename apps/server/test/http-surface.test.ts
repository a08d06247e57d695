import { errorBody } from '@vetrina/protocol/errors';
import { ROUTES } from '@vetrina/protocol/http/routes';
import { describe, expect, it } from 'vitest';
import { httpWorld, OWNER } from './http-world.ts';

describe('the HTTP surface', () => {
  it('bad input is refused with a code of the catalogue and disturbs nothing', async () => {
    await using world = await httpWorld();
    const bodies: [unknown, number, string][] = [
      ['{', 400, 'bad_request'],
      ['[]', 400, 'bad_request'],
      ['{"__proto__":{"x":1}}', 400, 'bad_request'],
      [{ ...OWNER, extra: 1 }, 400, 'bad_request'],
      [{ ...OWNER, email: 'no' }, 400, 'bad_request'],
      [{ ...OWNER, name: 'x'.repeat(100_000) }, 413, 'too_large'],
      [undefined, 400, 'bad_request'],
    ];
    for (const [body, status, code] of bodies) {
      const answer = await world.ask('POST', '/api/v1/setup', { body });
      expect([answer.status, errorBody.parse(answer.json()).code]).toEqual([status, code]);
    }
    expect(
      (await world.ask('POST', '/api/v1/setup', { body: { ...OWNER, password: 'short' } })).json().fields,
    ).toHaveProperty('password');
    expect((await world.ask('GET', '/api/v1/setup')).json().firstRun).toBe(true);
  });

  it('bad input: an address that cannot be read and one that is nothing are refused and counted', async () => {
    await using world = await httpWorld();
    const answers = await Promise.all(['/api/v1/visitors/%', '/api/v1/nothing'].map((path) => world.ask('GET', path)));
    expect(answers.map((answer) => errorBody.parse(answer.json()).code)).toEqual(['bad_request', 'not_found']);
    const metrics = (await world.ask('GET', '/metrics')).text;
    for (const code of ['bad_request', 'not_found']) expect(metrics).toContain(`refusals_total{code="${code}"} 1`);
  });

  it('the dashboard answers every page address, assets stay, the rest is not found', async () => {
    await using world = await httpWorld();
    for (const path of [
      '/',
      '/visitors',
      '/visitors?filter=active',
      '/settings/installation',
      '/index.html',
      '/..%2f..%2fetc/passwd',
    ]) {
      const page = await world.ask('GET', path);
      expect([page.status, page.text, page.headers['cache-control']]).toEqual([
        200,
        expect.stringContaining('Vetrina'),
        'no-cache',
      ]);
    }
    const asset = await world.ask('GET', '/assets/app-1a2b.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/assets/gone.js', '/api/v1/nothing', '/favicon.ico', '/../package.json', '/demo/']) {
      const missing = await world.ask('GET', path);
      expect([path, missing.status >= 400 && missing.status < 500]).toEqual([path, true]);
    }
  });

  it('the dashboard stands under a strict policy with Trusted Types', async () => {
    await using world = await httpWorld();
    const policy = String((await world.ask('GET', '/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe-eval');
    // The one policy makes the worker's address and nothing else; a second of its name is refused.
    expect(policy.split('; ').at(-1)).toBe('trusted-types vetrina-service-worker');
  });

  it('N1: the service worker is asked for anew, under a policy that lets it speak to its own server only', async () => {
    await using world = await httpWorld();
    const { status, headers } = await world.ask('GET', '/service-worker.js');
    expect([status, headers['cache-control'], headers['content-security-policy']]).toEqual([
      200,
      'no-cache',
      "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    ]);
    expect(headers['content-type']).toContain('/javascript');
  });

  it('loader and box may be carried by any site and are kept for five minutes', async () => {
    await using world = await httpWorld();
    for (const path of ['/loader.js', '/loader.js?', '/box.js', '/box.js?1', '/rules.js']) {
      const loader = await world.ask('GET', path);
      expect(loader.status).toBe(200);
      expect(loader.headers).toMatchObject({
        'cache-control': 'public, max-age=300',
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
        etag: expect.any(String),
      });
      expect((await world.ask('GET', path, { headers: { 'if-none-match': String(loader.headers.etag) } })).status).toBe(
        304,
      );
    }
  });

  it('what the box fetches later is kept for good by any site, unless there is no such file', async () => {
    await using world = await httpWorld();
    expect((await world.ask('GET', '/box/it-1a2b.js')).headers).toMatchObject({
      'content-type': expect.stringContaining('/javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    });
    for (const path of ['/box/it-0000.js', '/box/', '/box/%2e%2e/%2e%2e/dashboard/index.html']) {
      const gone = await world.ask('GET', path);
      expect([path, gone.status, gone.headers['cache-control']]).toEqual([path, 404, 'no-store']);
    }
  });

  it('the demo shop carries the chosen account’s key under a nonce; outside the demo there is none', async () => {
    await using world = await httpWorld({ DEMO: '1' });
    const pro = await world.ask('GET', '/demo/');
    expect(pro.text).toContain('demoPRO');
    const nonce = /nonce="([^"]+)"/.exec(pro.text)?.[1];
    expect(pro.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    const free = await world.ask('GET', '/demo/?account=free');
    expect(free.text).toContain('demoFREE');
    expect((await world.ask('GET', '/demo/products/alba.html?account=standard')).text).toContain('demoSTANDARD');
    expect((await world.ask('GET', '/demo/shop.css')).status).toBe(200);
    for (const gone of ['gone.html', 'products/', 'products/gone.html', '__proto__'])
      expect((await world.ask('GET', `/demo/${gone}`)).status).toBe(404);
    expect((await world.ask('GET', '/demo')).headers.location).toBe('/demo/');
  });

  it('healthz says 503 until ready and while draining', async () => {
    await using world = await httpWorld({ PORT: '0' });
    expect((await world.ask('GET', '/healthz')).status).toBe(503);
    const url = await world.app.start();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const drained = world.app.drain();
    expect((await fetch(`${url}/healthz`)).status).toBe(503);
    world.clock.advance(10_000);
    await drained;
  });

  it('metrics are for this machine, or for whoever has the token', async () => {
    await using world = await httpWorld();
    expect((await world.ask('GET', '/metrics')).text).toContain('vetrina_http_request_seconds');
    expect((await world.ask('GET', '/metrics', { from: '203.0.113.9' })).status).toBe(404);
    expect((await world.ask('GET', '/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404);
    await using guarded = await httpWorld({ METRICS_TOKEN: 'sixteen letters!' });
    expect((await guarded.ask('GET', '/metrics')).status).toBe(404);
    // A proxy on this machine that says nothing of whom it speaks for.
    await using behind = await httpWorld({ PUBLIC_URL: 'https://chat.example' });
    expect((await behind.ask('GET', '/metrics')).status).toBe(404);
    expect(
      (await guarded.ask('GET', '/metrics', { headers: { authorization: 'Bearer sixteen letters!' } })).status,
    ).toBe(200);
  });

  it('T4: the description holds every route of the table', async () => {
    await using world = await httpWorld();
    const { paths } = (await world.ask('GET', '/api/v1/openapi.json')).json();
    for (const [name, { method, path }] of Object.entries(ROUTES)) {
      const described = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect([name, described?.operationId]).toEqual([name, name]);
    }
  });
});
