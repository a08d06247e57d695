import type { Role } from '@vetrina/protocol/http/account';
import type { AgentId } from '@vetrina/protocol/ids';
import { expect, it } from 'vitest';
import { seatedAgents } from './seats.ts';

const member = (name: string, createdAt: number, facts: { role?: Role; active?: boolean } = {}) => ({
  ...{ id: `ag${name.padEnd(22, '0')}` as AgentId, role: 'agent' as const, active: true, createdAt },
  ...facts,
});
const ANNA = member('Anna', 1);
const BRUNO = member('Bruno', 2);
const CARLA = member('Carla', 3, { role: 'owner' });
const DARIO = member('Dario', 0, { active: false });
const TEAM = [DARIO, ANNA, BRUNO, CARLA];

it('P: a smaller plan seats owners first, then those who have been there longest', () => {
  expect([...seatedAgents(TEAM, 1)]).toEqual([CARLA.id]);
  expect([...seatedAgents(TEAM, 2)]).toEqual([CARLA.id, ANNA.id]);
  expect([...seatedAgents(TEAM, Number.POSITIVE_INFINITY)]).toEqual([CARLA.id, ANNA.id, BRUNO.id]);
});

it('P: whoever is deactivated takes no seat', () => {
  expect(seatedAgents([DARIO, ANNA], 1).has(ANNA.id)).toBe(true);
});
