import { fromVisitor } from '@vetrina/protocol/from-visitor';
import { expect, test } from 'vitest';
import { arrive, call, KEY, load, stub } from './fake-arrival.ts';
import { fakePage } from './fake-window.ts';
import { guard } from './page-window.ts';

test('bad input: an unknown key is said once in the console and never asked again', async () => {
  const page = await arrive({ status: 404 }, false);
  await page.pass(600_000);
  expect(page.warnings).toEqual([`Vetrina: no account has the key "${KEY}".`]);
  expect(page.asked).toHaveLength(1);
});

test('bad input: whatever the page says, every frame is one that the server accepts', async () => {
  const page = await arrive();
  for (const value of [
    '\ud800 lone',
    'nul\0',
    'x'.repeat(100_000),
    7,
    true,
    null,
    undefined,
    {},
    [],
    Symbol('s'),
    () => 1,
  ]) {
    for (const command of [
      'name',
      'email',
      'phone',
      'group',
      'language',
      'variables',
      'status',
      'on',
      'chat:open',
      value,
    ]) {
      call(page, 'vetrina', command, value, value);
    }
    call(page, 'vetrina', 'variables', { a: value, ['k'.repeat(500)]: value, '': value });
    await page.pass(0);
  }
  call(
    page,
    'vetrina',
    'variables',
    Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`v${i}`, 'è'.repeat(900)])),
  );
  await page.pass(0);
  for (const frame of page.wire().frames.slice(1)) {
    expect(fromVisitor.safeParse(frame).error).toBeUndefined();
    expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThan(16 * 1024);
  }
});

test('I1: a variable that is no number at all is left out, and clears nothing', async () => {
  const page = await arrive();
  call(page, 'vetrina', 'variables', { orders: 3, plan: { label: 'Plan', value: 'gold' } });
  call(page, 'vetrina', 'variables', { orders: Number.NaN, plan: { value: 1 / 0 }, cart: null });
  await page.pass(0);
  expect(page.wire().frames.at(-1)).toEqual({
    type: 'identify',
    identity: { variables: { orders: 3, plan: 'gold', cart: null } },
  });
});

test('I1: what the variables have no room for is left out, whoever came first stays', async () => {
  const page = await arrive();
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`v${i}`, 'è'.repeat(400)]));
  call(page, 'vetrina', 'variables', many);
  await page.pass(0);
  const [, said] = page.wire().frames;
  expect(said).toHaveProperty('identity.variables.v10');
  expect(said).not.toHaveProperty('identity.variables.v11');
});

test('never throws into the page: a call that breaks leaves those before and after it', async () => {
  const vetrina = stub();
  vetrina('name', 'Anna');
  vetrina('variables', {
    get plan() {
      throw new Error('of the page');
    },
  });
  vetrina('phone', { toString: () => ({}) });
  vetrina('email', 'anna@shop.test');
  const page = await arrive({ globals: { vetrina, _smartsupp: { _: [7, null, ['group', 'sales']] } } });
  expect(page.wire().frames[0]).toMatchObject({
    visitor: { identity: { name: 'Anna', email: 'anna@shop.test', group: 'sales' } },
  });
});

test.each([
  'localStorage',
  'sessionStorage',
  'crypto',
  'WebSocket',
  'setTimeout',
  'fetch',
  'MutationObserver',
  'performance',
  'history',
  'Intl',
  'navigator',
])('never throws into the page: %s is gone', async (name) => {
  const page = fakePage({ globals: { _vetrina: { key: KEY }, [name]: undefined } });
  expect(() => guard(load)(page)).not.toThrow();
  await page.pass(5_000);
  if (page.wires.length) page.welcome();
  for (const command of ['name', 'logout', 'consent', 'status']) {
    expect(() => (page.w.vetrina as ((...args: unknown[]) => void) | undefined)?.(command, true)).not.toThrow();
  }
  for (const event of ['keydown', 'pagehide', 'pageshow', 'popstate']) {
    expect(() => page.fire('window', event, { persisted: true })).not.toThrow();
  }
});
