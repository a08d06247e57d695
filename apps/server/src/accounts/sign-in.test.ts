import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, it } from 'vitest';
import { createAttemptLimit } from '../platform/attempts.ts';
import { demandPassword } from './change-password.ts';
import type { Authentication } from './ports.ts';
import { countAttempt } from './sign-in.ts';

const EMAIL = 'ada@shop.example';

function door() {
  const clock = new FakeClock();
  const limit = (tries: number) => createAttemptLimit(clock, tries, 300_000);
  const attempts = { perIp: limit(30), perEmailAndIp: limit(10), perEmail: limit(100), perPerson: limit(10) };
  const events = { signInRefused: () => undefined } as never;
  const guesses = (ip: string, times: number) =>
    Array.from({ length: times }, () => {
      try {
        countAttempt({ attempts, events }, ip, EMAIL);
        return true;
      } catch {
        return false;
      }
    }).filter(Boolean).length;
  return { attempts, guesses };
}

it('T1: a guesser with many addresses is stopped per e-mail in the end', () => {
  const { guesses } = door();
  const admitted = Array.from({ length: 20 }, (_, nth) => guesses(`203.0.113.${nth}`, 10));
  expect(admitted).toEqual([...Array(10).fill(10), ...Array(10).fill(0)]);
});

it('bad input: what one address guesses too often does not count against the e-mail', () => {
  const { guesses } = door();
  expect(guesses('203.0.113.7', 1_000)).toBe(10);
  expect(guesses('203.0.113.8', 1)).toBe(1);
});

it('bad input: strangers at the door do not keep who is signed in from the password they know', async () => {
  const { attempts, guesses } = door();
  for (let nth = 0; nth < 20; nth += 1) guesses(`203.0.113.${nth}`, 10);
  const authentication = { checkPassword: async (_user: string, given: string) => given === 'right' };
  const check = (password: string) =>
    demandPassword(
      { attempts, authentication: authentication as unknown as Authentication },
      { user: 'ada' },
      password,
    );
  await check('right');
  for (let nth = 0; nth < 10; nth += 1) await expect(check('wrong')).rejects.toThrow('E-mail or password is wrong.');
  await expect(check('right')).rejects.toThrow('Too many attempts');
});
