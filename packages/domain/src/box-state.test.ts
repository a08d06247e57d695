import type { Plan } from '@vetrina/protocol/http/account';
import { type BoxSettings, DEFAULT_BOX } from '@vetrina/protocol/http/box';
import type { AgentId } from '@vetrina/protocol/ids';
import { expect, it } from 'vitest';
import { type BoxVisitor, boxStateFor, type OnlineAgent } from './box-state.ts';

const NOON = Date.parse('2026-01-12T12:00:00Z');
const NIGHT = Date.parse('2026-01-12T23:00:00Z');
const OFFICE = { timezone: 'UTC', days: Array.from({ length: 7 }, () => [{ from: 480, to: 1020 }]) };

const someone: BoxVisitor = { group: null, blocked: false, chatting: false, answered: false };
const talking: BoxVisitor = { ...someone, chatting: true, answered: true };
const agent = (name: string, ...groups: string[]): OnlineAgent => ({
  face: { id: `ag${name.padEnd(22, '0')}` as AgentId, name, photo: null },
  groups,
});
const account = (plan: Plan, box: Partial<BoxSettings> = {}, officeHours: typeof OFFICE | null = null) => ({
  plan,
  officeHours,
  box: { ...DEFAULT_BOX, ...box },
});
const ANNA = agent('Anna');
const SELLER = agent('Sven', 'sales');

it('C5: the box is online if an agent is, and says who', () => {
  expect(boxStateFor(account('FREE'), someone, [ANNA], NOON)).toMatchObject({ state: 'online', agents: [ANNA.face] });
  expect(boxStateFor(account('FREE'), someone, [], NOON)).toMatchObject({ state: 'offline', agents: [] });
  const many = Array.from({ length: 7 }, (_, nth) => agent(`a${nth}`));
  expect(boxStateFor(account('PRO'), someone, many, NOON).agents).toHaveLength(5);
});

it('C5: with groups it is the group that is online, and one ungrouped agent turns every group online', () => {
  const helpSeeker = { ...someone, group: 'help' };
  expect(boxStateFor(account('PRO'), helpSeeker, [SELLER], NOON).state).toBe('offline');
  expect(boxStateFor(account('PRO'), { ...someone, group: 'sales' }, [SELLER], NOON).agents).toEqual([SELLER.face]);
  expect(boxStateFor(account('PRO'), helpSeeker, [SELLER, ANNA], NOON).agents).toEqual([ANNA.face]);
  expect(boxStateFor(account('STANDARD'), helpSeeker, [SELLER], NOON).state).toBe('online');
});

it('C5: a visitor without a group reaches grouped agents only where the form asks for one first', () => {
  const asking = { form: { ...DEFAULT_BOX.form, beforeChat: true, group: 'required' } } as const;
  expect(boxStateFor(account('PRO'), someone, [SELLER], NOON).state).toBe('offline');
  expect(boxStateFor(account('PRO', asking), someone, [SELLER], NOON).state).toBe('online');
});

it('C5: outside the office hours the box is offline, but for whose chat goes on, and only on PRO', () => {
  expect(boxStateFor(account('PRO', {}, OFFICE), someone, [ANNA], NOON).state).toBe('online');
  expect(boxStateFor(account('PRO', {}, OFFICE), someone, [ANNA], NIGHT).state).toBe('offline');
  expect(boxStateFor(account('PRO', {}, OFFICE), talking, [ANNA], NIGHT).state).toBe('online');
  expect(boxStateFor(account('PRO', {}, OFFICE), talking, [], NIGHT).state).toBe('offline');
  // A message left at night must not turn the box online.
  const waiting = { ...someone, chatting: true };
  expect(boxStateFor(account('PRO', {}, OFFICE), waiting, [ANNA], NIGHT).state).toBe('offline');
  expect(boxStateFor(account('STANDARD', {}, OFFICE), someone, [ANNA], NIGHT).state).toBe('online');
});

it('C7: there is no box for the blocked, and settings alone hide it from nobody here', () => {
  const blocked = { ...someone, blocked: true, chatting: true };
  expect(boxStateFor(account('PRO'), blocked, [ANNA], NOON)).toEqual({ state: 'hidden', agents: [], chatting: true });
  const hiding = { hiddenOnPhones: true, hiddenWhenOffline: true };
  expect(boxStateFor(account('STANDARD', hiding), someone, [], NOON)).toEqual({
    ...{ state: 'offline', agents: [], chatting: false },
  });
});
