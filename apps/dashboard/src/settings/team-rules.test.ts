import type { Invitation, TeamMember } from '@vetrina/protocol/http/team';
import { agentId, groupKey } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { keyFor } from './group-key.ts';
import { freedFrom, leavesUngroupedAlone } from './group-rules.ts';
import { mayManage, rolesToGive } from './roles.ts';
import { seatsOf } from './seats.ts';

const NOW = 1_000_000;
const member = (active: boolean, seated = active) => ({ active, seated }) as TeamMember;
const ANNA = agentId.parse(`ag${'a'.repeat(22)}`);
const BRUNO = agentId.parse(`ag${'b'.repeat(22)}`);
const SALES = { key: groupKey.parse('sales'), name: 'Sales', members: [ANNA, BRUNO] };
const SUPPORT = { key: groupKey.parse('support'), name: 'Support', members: [BRUNO] };
const invitation = (expiresAt: number) => ({ expiresAt }) as Invitation;

test('P: seats count active members, and invitations that can still be accepted', () => {
  const team = [member(true), member(true), member(false)];
  const waiting = [invitation(NOW + 1), invitation(NOW - 1)];
  expect(seatsOf('STANDARD', team, waiting, NOW)).toEqual({
    taken: 2,
    without: 0,
    invited: 1,
    limit: 3,
    isFull: true,
    next: 'PRO',
    forAll: 'STANDARD',
  });
  expect(seatsOf('STANDARD', team, [], NOW).isFull).toBe(false);
});

test('P: who has no seat on a plan that became smaller takes none, and stands in the way of an invitation', () => {
  const team = [member(true), member(true, false), member(true, false), member(false)];
  expect(seatsOf('FREE', team, [], NOW)).toMatchObject({ taken: 1, without: 2, isFull: true, forAll: 'STANDARD' });
  const large = Array.from({ length: 12 }, (_, index) => member(true, index < 10));
  expect(seatsOf('PRO', large, [], NOW)).toMatchObject({ taken: 10, without: 2, next: null, forAll: null });
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

test('T1: when everybody who works here is in a group, nobody sees who visits without one', () => {
  const inSales = { active: true, seated: true, groups: [SALES.key] };
  const free = { ...inSales, groups: [] };
  expect(leavesUngroupedAlone([inSales, inSales])).toBe(true);
  expect(leavesUngroupedAlone([inSales, free])).toBe(false);
  expect(leavesUngroupedAlone([inSales, { ...free, active: false }, { ...free, seated: false }])).toBe(true);
  expect(leavesUngroupedAlone([])).toBe(false);
});

test('T1: who leaves their last group is known beforehand', () => {
  expect(freedFrom(SALES, [ANNA], [SALES, SUPPORT])).toEqual([]);
  expect(freedFrom(SALES, [BRUNO], [SALES, SUPPORT])).toEqual([ANNA]);
  expect(freedFrom(SALES, [], [SALES, SUPPORT])).toEqual([ANNA]);
  expect(freedFrom(SUPPORT, [], [SUPPORT])).toEqual([BRUNO]);
});
