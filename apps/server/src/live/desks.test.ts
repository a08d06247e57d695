import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { SocketPair } from '@vetrina/testkit/socket-pair';
import { expect, it } from 'vitest';
import type { Actor } from '../accounts/ports.ts';
import { Desks } from './desks.ts';

const ACCOUNT = 'ac' as AccountId;
const actor = (name: string): Actor => ({
  ...{ account: ACCOUNT, agent: `ag${name}` as AgentId, name, role: 'agent', groups: [], session: name },
});

it('C2: inboxes that take long are told over several ticks, each in its turn', async () => {
  const clock = new FakeClock();
  const desks = new Desks(clock);
  const told: string[] = [];
  desks.tells('inbox', ({ actor: { name } }) => {
    told.push(name);
    clock.advance(15);
  });
  for (const name of ['Anna', 'Ben', 'Carla', 'Dora', 'Emil']) desks.attach(actor(name), new SocketPair().server);
  desks.markAll(ACCOUNT, 'inbox');
  await clock.pass(100);
  expect(told).toEqual(['Anna', 'Ben']);
  for (const desk of desks.of(ACCOUNT)) if (desk.actor.name === 'Anna') desks.mark(desk, 'inbox');
  await clock.pass(300);
  expect(told).toEqual(['Anna', 'Ben', 'Carla', 'Dora', 'Emil', 'Anna']);
  desks.stop();
});
