import { createHmac } from 'node:crypto';
import { support as supportSchema } from '@vetrina/protocol/http/support';
import { expect, it, vi } from 'vitest';
import { httpWorld, OWNER } from './http-world.ts';

// A password is hashed slowly on purpose.
vi.setConfig({ testTimeout: 30_000 });

/** A server with the operator's own account and a customer's, and who asks as whom. */
async function supportWorld() {
  const world = await httpWorld({ SIGN_UP: 'open' });
  const operator = await world.ask('POST', '/api/v1/setup', { body: { ...OWNER, accountName: 'Operator' } });
  const shop = await world.ask('POST', '/api/v1/sign-up', {
    body: { ...OWNER, name: 'Sam', email: 'sam@shop.example', accountName: 'Sam’s shop' },
  });
  const asks = async (cookie: string) =>
    supportSchema.parse((await world.ask('GET', '/api/v1/support', { cookie })).json());
  return {
    world,
    operator,
    shop,
    asOperator: () => asks(operator.cookie),
    asShop: () => asks(shop.cookie),
    operate: (line: string) => world.app.operate(line.split(' ')),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

it('S1: nobody answers until the operator names an account, and nobody does any more when it is off', async () => {
  await using scene = await supportWorld();
  expect(await scene.asShop()).toEqual({ is: 'off' });
  expect((await scene.operate('support Operator')).ok).toBe(true);
  expect(await scene.asShop()).toMatchObject({ is: 'chat', name: 'Operator' });
  await scene.operate('support off');
  expect(await scene.asShop()).toEqual({ is: 'off' });
});

it('S1, P: FREE is told which plan has it, STANDARD and PRO have it, the operator’s own account needs none', async () => {
  await using scene = await supportWorld();
  await scene.operate('support Operator');
  expect(await scene.asOperator()).toEqual({ is: 'own' });
  const shop = scene.shop.json().account.id;
  await scene.operate(`plan ${shop} FREE`);
  expect(await scene.asShop()).toEqual({ is: 'plan', plan: 'STANDARD' });
  for (const plan of ['STANDARD', 'PRO'] as const) {
    await scene.operate(`plan ${shop} ${plan}`);
    expect(await scene.asShop()).toMatchObject({ is: 'chat', customer: { plan, group: null } });
  }
});

it('S1, I3: who asks is signed with the secret of the account that answers', async () => {
  await using scene = await supportWorld();
  await scene.operate('support Operator');
  const answer = await scene.asShop();
  if (answer.is !== 'chat') throw new Error('no chat');
  const { account, agent } = scene.shop.json();
  expect(answer.key).toBe(scene.operator.json().account.key);
  expect(answer.customer).toMatchObject({
    name: 'Sam',
    email: 'sam@shop.example',
    role: 'owner',
    account: 'Sam’s shop',
  });
  expect(answer.customer.userId).toBe(`${account.id}/${agent.id}`);
  const secrets = await scene.world.ask('GET', '/api/v1/account/identity-secret', { cookie: scene.operator.cookie });
  const proof = createHmac('sha256', secrets.json().secret).update(answer.customer.userId).digest('hex');
  expect(answer.customer.signature).toBe(proof);
});

it('S1: PRO comes first by a group that the operator may make; STANDARD does not', async () => {
  await using scene = await supportWorld();
  await scene.operate('support Operator');
  const body = { key: 'first', name: 'First', members: [] };
  await scene.world.ask('POST', '/api/v1/groups', { cookie: scene.operator.cookie, body });
  expect(await scene.asShop()).toMatchObject({ customer: { group: 'first' } });
  await scene.operate(`plan ${scene.shop.json().account.id} STANDARD`);
  expect(await scene.asShop()).toMatchObject({ customer: { group: null } });
});
