import { fromVisitor } from '@vetrina/protocol/from-visitor';
import { accountKey } from '@vetrina/protocol/ids';
import { visitorHello } from '@vetrina/protocol/messages/visitor-hello';
import { seededRandom } from '@vetrina/testkit/seeded-random';
import { describe, expect, test } from 'vitest';
import { readOptions, shares } from './crowd-options.ts';
import { helloOf, pageMessage } from './hello.ts';
import { freshPageView, freshTab, makePerson } from './person.ts';
import { type Action, population } from './population.ts';
import { timeQueue } from './time-queue.ts';

const HOUR = 3_600_000;

/** Lives through `duration` ms in steps of a second. */
function live(size: number, seed: number, duration: number) {
  const people = population(size, seededRandom(seed), 0, 10_000);
  const actions: Action[] = [];
  const present: number[] = [];
  for (let now = 0; now <= duration; now += 1_000) {
    for (let action = people.takeDue(now); action; action = people.takeDue(now)) actions.push(action);
    present.push(people.present);
  }
  return { actions, present };
}

describe('population', () => {
  test('holds its size for an hour once everyone has arrived', () => {
    const { present } = live(500, 7, HOUR);
    for (const count of present.slice(11)) expect(Math.abs(count - 500)).toBeLessThanOrEqual(50);
  });

  test('the same seed is the same crowd, another seed another one', () => {
    const story = (seed: number) => JSON.stringify(live(30, seed, 120_000).actions);
    expect(story(1)).toBe(story(1));
    expect(story(1)).not.toBe(story(2));
  });

  test('everything a crowd can do happens within an hour', () => {
    const done = new Set(live(60, 1, HOUR).actions.map((action) => action.do));
    expect(done).toEqual(new Set(['open', 'view', 'touch', 'sign-in', 'ask', 'leave', 'vanish']));
  });

  test('a tab is opened before it is used and used no more after it is closed', () => {
    const open = new Set<string>();
    const closed = new Set<string>();
    for (const action of live(60, 3, HOUR).actions) {
      if (action.do === 'open') open.add(action.tab);
      else if (action.do !== 'touch' && action.do !== 'sign-in' && action.do !== 'ask') {
        expect(open.has(action.tab)).toBe(true);
        expect(closed.has(action.tab)).toBe(false);
      }
      if (action.do === 'leave' || action.do === 'vanish') closed.add(action.tab);
    }
  });
});

test('whatever people say is understood by the protocol', () => {
  const random = seededRandom(11);
  for (let count = 0; count < 2_000; count += 1) {
    const person = makePerson(random);
    const page = pageMessage(
      'http://127.0.0.1:4000',
      { path: '/demo/', title: 'Home' },
      freshPageView(random),
      person.source.query,
    );
    visitorHello.parse(helloOf(person, freshTab(random), page, false));
    if (person.identity) fromVisitor.parse({ type: 'identify', identity: person.identity });
  }
});

test('the queue gives back in order of time, and nothing before its time', () => {
  const queue = timeQueue<number>();
  const random = seededRandom(5);
  const times = Array.from({ length: 500 }, () => random.int(1_000));
  for (const time of times) queue.add(time, time);
  expect(queue.takeDue(-1)).toBeUndefined();
  const taken = Array.from(times, () => queue.takeDue(1_000));
  expect(taken).toEqual(times.toSorted((a, b) => a - b));
});

test('a large crowd is split over processes without losing anyone', () => {
  const key = accountKey.parse('abcdefghijklmnopqrstuvwx');
  const options = readOptions([
    '--url',
    'http://127.0.0.1:4000/',
    '--key',
    key,
    '--size',
    '20000',
    '--key',
    key,
    '--size',
    '7',
  ]);
  const parts = shares(options);
  const sizes = parts.map(({ guests }) => guests.map(({ size }) => size));
  expect(parts).toHaveLength(5);
  expect(sizes.reduce((sum, [first = 0]) => sum + first, 0)).toBe(20_000);
  expect(sizes.reduce((sum, [, second = 0]) => sum + second, 0)).toBe(7);
});
