import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, it } from 'vitest';
import { Doorkeeper, doorLimits } from './doorkeeper.ts';

const limits = { connectionsPerIp: 3, handshakesPerIp: 1, burstPerIp: 5, handshakes: 10, connections: 100 };

const enters = (door: Doorkeeper, ip: string) => door.knock(ip) === 'welcome';

it('bad input: one address gets so many sockets, others are not disturbed', () => {
  const door = new Doorkeeper(new FakeClock(), limits);
  expect([1, 2, 3, 4].map(() => enters(door, '203.0.113.7'))).toEqual([true, true, true, false]);
  expect(enters(door, '203.0.113.8')).toBe(true);
  door.leave('203.0.113.7', 'welcome');
  expect(enters(door, '203.0.113.7')).toBe(true);
});

it('bad input: all addresses of one IPv6 network are one guest', () => {
  const door = new Doorkeeper(new FakeClock(), limits);
  const entered = [1, 2, 3, 4].map((nth) => enters(door, `2001:db8:1:2::${nth}`));
  expect(entered).toEqual([true, true, true, false]);
  expect(enters(door, '2001:db8:1:3::1')).toBe(true);
  door.leave('2001:db8:1:2::2', 'welcome');
  expect(enters(door, '2001:db8:1:2::9')).toBe(true);
});

it('bad input: coming and going too fast is refused too, and forgotten in time', () => {
  const clock = new FakeClock();
  const door = new Doorkeeper(clock, limits);
  const visits = Array.from({ length: 8 }, () => {
    const knock = door.knock('203.0.113.7');
    if (knock === 'welcome' || knock === 'told') door.leave('203.0.113.7', knock);
    return knock;
  });
  expect(visits.filter((knock) => knock === 'welcome')).toHaveLength(5);
  clock.advance(2_000);
  expect(door.knock('203.0.113.7')).toBe('welcome');
  door.leave('203.0.113.7', 'welcome');
  clock.advance(180_000);
  expect(door.size).toBe(0);
});

it('bad input: one too many is told so, but not for ever', () => {
  const clock = new FakeClock();
  const door = new Doorkeeper(clock, limits);
  const knocks = () => Array.from({ length: 12 }, () => door.knock('203.0.113.7'));
  expect(knocks().slice(2)).toEqual(['welcome', ...Array(5).fill('told'), ...Array(4).fill('refused')]);
  clock.advance(2_000);
  expect(knocks().slice(0, 3)).toEqual(['told', 'told', 'refused']);
});

it('bad input: one address that knocks without end uses up nothing that others share', () => {
  const door = new Doorkeeper(new FakeClock(), { ...limits, handshakes: 20 });
  for (let nth = 0; nth < 1_000; nth += 1) door.knock('203.0.113.7');
  // Three came in and five were told.
  const others = Array.from({ length: 13 }, (_, nth) => door.knock(`198.51.100.${nth}`));
  expect(others.filter((knock) => knock === 'welcome')).toHaveLength(12);
});

it('a process greets so many a second; its own machine is not counted by address', () => {
  const clock = new FakeClock();
  const door = new Doorkeeper(clock, limits);
  const knocks = Array.from({ length: 12 }, () => door.knock('127.0.0.1'));
  expect(knocks).toEqual([...Array(10).fill('welcome'), 'overloaded', 'overloaded']);
  clock.advance(1_000);
  expect(door.knock('127.0.0.1')).toBe('welcome');
});

it('bad input: sockets never take the files that the database needs', () => {
  const door = new Doorkeeper(new FakeClock(), { ...limits, handshakes: 1_000, connections: 4 });
  for (let guest = 0; guest < 4; guest += 1) door.knock(guest % 2 === 0 ? '127.0.0.1' : `203.0.113.${guest}`);
  expect(door.knock('203.0.113.9')).toBe('overloaded');
  door.leave('127.0.0.1', 'welcome');
  expect(door.knock('203.0.113.9')).toBe('welcome');
  expect(doorLimits(20_000).connections).toBe(18_900);
  expect(doorLimits(256).connections).toBe(128);
});

it('bad input: who is told to go takes a place until gone', () => {
  const door = new Doorkeeper(new FakeClock(), { ...limits, connections: 5 });
  const knocks = Array.from({ length: 6 }, () => door.knock('203.0.113.7'));
  expect(knocks).toEqual(['welcome', 'welcome', 'welcome', 'told', 'told', 'overloaded']);
  door.leave('203.0.113.7', 'told');
  expect(door.knock('198.51.100.1')).toBe('welcome');
});
