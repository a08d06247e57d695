import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, it } from 'vitest';
import { silentLog } from '../platform/log.ts';
import { createSessionEndings } from './session-endings.ts';

function endingsWith(openSessions: (sessions: readonly string[]) => Promise<ReadonlySet<string>>) {
  const clock = new FakeClock();
  const ended: string[] = [];
  const endings = createSessionEndings({ clock, authentication: { openSessions }, log: silentLog });
  endings.onEnd((session) => ended.push(session));
  return { clock, ended, endings };
}

it('T1: a session that ran out or ended elsewhere ends its sockets within a minute', async () => {
  const open = new Set(['marco', 'giulia']);
  const { clock, ended, endings } = endingsWith(async () => open);
  endings.hold('marco');
  endings.hold('giulia');
  await clock.pass(60_000);
  expect(ended).toEqual([]);
  open.delete('marco');
  await clock.pass(60_000);
  expect(ended).toEqual(['marco']);
});

it('T1: sessions without a socket are not asked for', async () => {
  const asked: (readonly string[])[] = [];
  const { clock, endings } = endingsWith(async (sessions) => {
    asked.push(sessions);
    return new Set(sessions);
  });
  const first = endings.hold('marco');
  const second = endings.hold('marco');
  first();
  await clock.pass(60_000);
  second();
  await clock.pass(60_000);
  expect(asked).toEqual([['marco']]);
});

it('T1: a check that fails closes nobody', async () => {
  const { clock, ended, endings } = endingsWith(async () => {
    throw new Error('the database is away');
  });
  endings.hold('marco');
  await clock.pass(120_000);
  expect(ended).toEqual([]);
});
