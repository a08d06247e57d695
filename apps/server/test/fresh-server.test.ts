import { expect, it, vi } from 'vitest';
import { httpWorld, OWN, OWNER } from './http-world.ts';

// A password is hashed slowly on purpose.
vi.setConfig({ testTimeout: 60_000 });

const SETUP = '/api/v1/setup';
const STRANGER = '203.0.113.9';
type World = Awaited<ReturnType<typeof httpWorld>>;

const ask = (world: World, setupCode: string | undefined, more: Parameters<World['ask']>[2] = {}) =>
  world.ask('POST', SETUP, { body: { ...OWNER, setupCode }, ...more });
const wanted = async (world: World, more: Parameters<World['ask']>[2] = {}) =>
  (await world.ask('GET', SETUP, more)).json().codeWanted;

it('bad input: a fresh server is its operator’s, not the first stranger’s', async () => {
  await using world = await httpWorld();
  const code = world.app.setupCode ?? '';
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  expect(await wanted(world, { from: STRANGER })).toBe(true);
  for (const guess of [undefined, '', 'AAAA-AAAA', `${code}A`]) {
    const refused = await ask(world, guess, { from: STRANGER });
    expect([refused.status, refused.json().code]).toEqual([401, 'wrong_code']);
  }
  expect((await ask(world, code.toLowerCase().replace('-', ''), { from: STRANGER })).status).toBe(200);
  expect(await wanted(world, { from: STRANGER })).toBe(false);
});

it('bad input: one address guesses ten codes an hour', async () => {
  await using world = await httpWorld();
  const codes: string[] = [];
  for (let nth = 0; nth < 11; nth += 1) codes.push((await ask(world, 'AAAA-AAAA', { from: STRANGER })).json().code);
  expect(codes).toEqual([...Array(10).fill('wrong_code'), 'too_many_requests']);
});

it('T1: whoever sits at the machine itself needs no code', async () => {
  await using world = await httpWorld();
  expect(await wanted(world)).toBe(false);
  expect((await ask(world, undefined)).status).toBe(200);
});

it.each<[string, Record<string, string>, Record<string, string>]>([
  ['through a proxy that says so', {}, { 'x-forwarded-for': STRANGER }],
  ['through a proxy that passes on a lie', { TRUST_PROXY: '1' }, { 'x-forwarded-for': '127.0.0.1' }],
  ['through a proxy that says nothing', { PUBLIC_URL: 'https://chat.example' }, { origin: 'https://chat.example' }],
])('bad input: nobody sits at the machine who comes %s', async (_how, env, headers) => {
  await using world = await httpWorld(env);
  expect(await wanted(world, { headers })).toBe(true);
  expect((await ask(world, undefined, { headers })).json().code).toBe('wrong_code');
});

it('bad input: another machine’s localhost is not ours', async () => {
  await using world = await httpWorld({ PUBLIC_URL: 'https://chat.example' });
  const local = { headers: { origin: OWN, host: '127.0.0.1:4000' } };
  expect((await ask(world, world.app.setupCode ?? '', { ...local, from: STRANGER })).json().code).toBe(
    'foreign_origin',
  );
  expect((await ask(world, world.app.setupCode ?? '', local)).status).toBe(200);
});

it('T1: a server that has its owner has no code', async () => {
  await using world = await httpWorld({ DEMO: '1' });
  expect([world.app.setupCode, await wanted(world, { from: STRANGER })]).toEqual([null, false]);
});
