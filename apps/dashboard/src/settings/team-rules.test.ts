import type { Invitation, TeamMember } from '@vetrina/protocol/http/team';
import { expect, test } from 'vitest';
import { keyFor } from './group-key.ts';
import { mayManage, rolesToGive } from './roles.ts';
import { seatsOf } from './seats.ts';

const NOW = 1_000_000;
const member = (active: boolean) => ({ active }) as TeamMember;
const invitation = (expiresAt: number) => ({ expiresAt }) as Invitation;

test('P: seats count active members, and invitations that can still be accepted', () => {
  const team = [member(true), member(true), member(false)];
  const waiting = [invitation(NOW + 1), invitation(NOW - 1)];
  expect(seatsOf('STANDARD', team, waiting, NOW)).toEqual({
    taken: 2,
    invited: 1,
    limit: 3,
    isFull: true,
    next: 'PRO',
  });
  expect(seatsOf('STANDARD', team, [], NOW).isFull).toBe(false);
});

test('P: where no plan has another seat, none is named', () => {
  const full = Array.from({ length: 10 }, () => member(true));
  expect(seatsOf('PRO', full, [], NOW)).toMatchObject({ isFull: true, next: null });
  expect(seatsOf('FREE', [member(true)], [], NOW)).toMatchObject({ isFull: true, next: 'STANDARD' });
});

test('T1: only owners make and manage owners, and nobody changes their own role', () => {
  expect(rolesToGive('owner')).toEqual(['owner', 'admin', 'agent']);
  expect(rolesToGive('admin')).toEqual(['admin', 'agent']);
  const owner = { id: 'o', role: 'owner' } as const;
  const admin = { id: 'a', role: 'admin' } as const;
  const agent = { id: 'g', role: 'agent' } as const;
  expect(mayManage(owner, { id: 'o2', role: 'owner' })).toBe(true);
  expect(mayManage(admin, owner)).toBe(false);
  expect(mayManage(admin, agent)).toBe(true);
  expect(mayManage(agent, { id: 'g2', role: 'agent' })).toBe(false);
  expect(mayManage(owner, owner)).toBe(false);
});

test('T1: a group’s key is made of its name, in any script', () => {
  expect(keyFor('Vendite & Co.')).toBe('vendite-co');
  expect(keyFor('  Città  ')).toBe('citta');
  expect(keyFor('Продажи 2')).toBe('продажи-2');
  expect(keyFor('…')).toBe('');
});
