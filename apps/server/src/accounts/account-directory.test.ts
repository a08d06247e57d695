import type { Account } from '@vetrina/protocol/http/account';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, it } from 'vitest';
import { accountWith } from '../../test/an-account.ts';
import { accountIdOf, keyOf } from '../../test/store-samples.ts';
import { createAccountDirectory } from './account-directory.ts';
import type { AccountChange } from './ports.ts';

const DAY = 86_400_000;

function directoryOf(facts: Partial<Account>) {
  const clock = new FakeClock();
  let stored = accountWith({ id: accountIdOf('one'), key: keyOf('one'), name: 'one', ...facts });
  const directory = createAccountDirectory({
    clock,
    store: {
      byId: async () => stored,
      byKey: async () => stored,
      save: async (_id, change: AccountChange) => {
        stored = { ...stored, ...change } as Account;
        return stored;
      },
    },
  });
  const told: [Account['plan'], number | null][] = [];
  directory.onChange(({ plan, trialUntil }) => told.push([plan, trialUntil]));
  return { clock, directory, told, plan: async () => (await directory.byId(accountIdOf('one')))?.plan };
}

it('P: a trial is PRO until it ends by itself, and whoever follows the account is told then', async () => {
  const { clock, directory, told, plan } = directoryOf({ plan: 'FREE' });
  const until = clock.now() + 40 * DAY;
  await directory.save(accountIdOf('one'), { trialUntil: until });
  expect([await plan(), told]).toEqual(['PRO', [['PRO', until]]]);
  await clock.pass(40 * DAY - 1);
  expect([await plan(), told.length]).toEqual(['PRO', 1]);
  await clock.pass(1);
  expect([await plan(), told.at(-1), told.length]).toEqual(['FREE', ['FREE', null], 2]);
});

it('P: a trial that is ended early is not ended again', async () => {
  const { clock, directory, told, plan } = directoryOf({ plan: 'STANDARD' });
  await directory.save(accountIdOf('one'), { trialUntil: clock.now() + DAY });
  await directory.save(accountIdOf('one'), { trialUntil: null });
  await clock.pass(2 * DAY);
  expect([await plan(), told.length]).toEqual(['STANDARD', 2]);
});

it('P: a trial that was running when the server started ends too', async () => {
  const { clock, directory, told, plan } = directoryOf({ plan: 'FREE', trialUntil: new FakeClock().now() + DAY });
  expect(await plan()).toBe('PRO');
  await clock.pass(DAY);
  expect([await plan(), told]).toEqual(['FREE', [['FREE', null]]]);
  directory.stop();
});
