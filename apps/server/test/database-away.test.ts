import { CLOSE } from '@vetrina/protocol/close-codes';
import { settle } from '@vetrina/testkit/fake-clock';
import { expect } from 'vitest';
import { it } from './world-scene.ts';

it('V7: while the database is away an agent is told to come again, and is not left waiting', async ({ world }) => {
  const anna = world.visitor('Anna');
  await anna.opens('/');
  const marco = world.actor('Marco');
  world.store.away = true;
  const answers: unknown[] = [];
  for (const asked of [
    world.live.actions.details(marco, anna.id),
    world.live.actions.edit(marco, anna.id, { note: 'Likes blue.' }),
  ])
    asked.catch((refusal: unknown) => answers.push(refusal));
  await world.pass(1_900);
  expect(answers).toEqual([]);
  await world.pass(200);
  expect(answers).toMatchObject([{ code: 'not_ready', retryAfterMs: 2_000 }, { code: 'not_ready' }]);
  world.store.away = false;
  expect((await world.live.actions.details(marco, anna.id)).profile.note).toBe('');
});

it('V7: open details are filled when the database is back', async ({ world }) => {
  const anna = world.visitor('Anna');
  await anna.opens('/');
  const marco = await world.agent('Marco').watches();
  world.store.away = true;
  marco.says({ type: 'follow-visitor', visitor: anna.id });
  await world.pass(3_000);
  expect(marco.of('visitor-followed')).toEqual([]);
  world.store.away = false;
  await world.pass(5_000);
  expect(marco.of('visitor-followed')).toMatchObject([{ visitor: anna.id, details: { visitor: anna.id } }]);
  expect(world.failures.splice(0)).toMatchObject([{ code: 'not_ready' }]);
});

it('V1: a visitor whose last visit is not saved yet is sent to come again', async ({ world }) => {
  const anna = world.visitor('Anna');
  await anna.opens('/');
  await anna.leaves();
  await world.pass(30_500);
  world.store.away = true;
  const back = await anna.opens('/back');
  await settle();
  expect(back.socket.ended).toBeNull();
  await world.pass(2_000);
  expect(back.socket.ended?.code).toBe(CLOSE.internal.code);
  expect(world.failures.splice(0)).toMatchObject([{ code: 'not_ready' }]);
});
