import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, it } from 'vitest';
import { Doorkeeper, doorLimits } from './doorkeeper.ts';

const limits = { connectionsPerIp: 3, handshakesPerIp: 1, burstPerIp: 5, handshakes: 10, connections: 100 };

it('bad input: one address gets so many sockets, others are not disturbed', () => {
  const door = new Doorkeeper(new FakeClock(), limits);
  expect([1, 2, 3, 4].map(() => door.enter('203.0.113.7'))).toEqual([true, true, true, false]);
  expect(door.enter('203.0.113.8')).toBe(true);
  door.leave('203.0.113.7');
  expect(door.enter('203.0.113.7')).toBe(true);
});

it('bad input: all addresses of one IPv6 network are one guest', () => {
  const door = new Doorkeeper(new FakeClock(), limits);
  const entered = [1, 2, 3, 4].map((nth) => door.enter(`2001:db8:1:2::${nth}`));
  expect(entered).toEqual([true, true, true, false]);
  expect(door.enter('2001:db8:1:3::1')).toBe(true);
  door.leave('2001:db8:1:2::2');
  expect(door.enter('2001:db8:1:2::9')).toBe(true);
});

it('bad input: coming and going too fast is refused too, and forgotten in time', () => {
  const clock = new FakeClock();
  const door = new Doorkeeper(clock, limits);
  const visits = Array.from({ length: 8 }, () => {
    const entered = door.enter('203.0.113.7');
    if (entered) door.leave('203.0.113.7');
    return entered;
  });
  expect(visits.filter(Boolean)).toHaveLength(5);
  clock.advance(2_000);
  expect(door.enter('203.0.113.7')).toBe(true);
  door.leave('203.0.113.7');
  clock.advance(180_000);
  expect(door.size).toBe(0);
});

it('a process greets so many a second; its own machine is not counted by address', () => {
  const clock = new FakeClock();
  const door = new Doorkeeper(clock, limits);
  expect(Array.from({ length: 12 }, () => door.hasRoom()).filter(Boolean)).toHaveLength(10);
  clock.advance(1_000);
  expect(door.hasRoom()).toBe(true);
  expect(Array.from({ length: 50 }, () => door.enter('127.0.0.1')).every(Boolean)).toBe(true);
});

it('bad input: sockets never take the files that the database needs', () => {
  const door = new Doorkeeper(new FakeClock(), { ...limits, handshakes: 1_000, connections: 4 });
  for (let guest = 0; guest < 4; guest += 1) door.enter(guest % 2 === 0 ? '127.0.0.1' : `203.0.113.${guest}`);
  expect(door.hasRoom()).toBe(false);
  door.leave('127.0.0.1');
  expect(door.hasRoom()).toBe(true);
  expect(doorLimits(20_000).connections).toBe(19_500);
  expect(doorLimits(256).connections).toBe(128);
});
