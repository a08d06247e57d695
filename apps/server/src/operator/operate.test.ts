import type { AccountId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, it } from 'vitest';
import { accountWith } from '../../test/an-account.ts';
import { accountIdOf, keyOf } from '../../test/store-samples.ts';
import type { AccountChange, AccountOverview } from '../accounts/ports.ts';
import { operate } from './operate.ts';

function office(...names: string[]) {
  const clock = new FakeClock();
  const accounts: AccountOverview[] = names.map((name, nth) => ({
    account: accountWith({ id: accountIdOf(`${name}${nth}`), key: keyOf(`${name}${nth}`), name, plan: 'FREE' }),
    createdAt: clock.now(),
    agents: 1,
    owners: [`${name.toLowerCase()}@shop.example`],
  }));
  let support: AccountId | null = null;
  const saved: { id: string; change: AccountChange }[] = [];
  const parts = {
    clock,
    store: {
      overview: async () => accounts,
      supportAccount: async () => support,
      saveSupportAccount: async (id: AccountId | null) => {
        support = id;
      },
    },
    directory: {
      save: async (id: string, change: AccountChange) => {
        saved.push({ id, change });
        return (accounts[0] as AccountOverview).account;
      },
    },
    events: { planChanged: () => undefined },
  };
  return {
    clock,
    saved,
    run: (line: string) =>
      operate(
        parts,
        line.split(' ').filter((word) => word !== ''),
      ),
  };
}

it('P: the operator lists accounts and their owners', async () => {
  const { ok, text } = await office('Anna', 'Bruno').run('list');
  expect(ok).toBe(true);
  expect(text.split('\n')).toEqual([
    expect.stringMatching(/^Account\s+Plan\s+Trial until/),
    expect.stringMatching(/^-+/),
    expect.stringMatching(/^Anna\s+FREE\s+-\s+1\s+anna@shop\.example\s+2026-11-22/),
    expect.stringMatching(/^Bruno/),
  ]);
});

it.each(['Anna', 'anna', 'anna@shop.example', accountIdOf('Anna0'), keyOf('Anna0')])(
  'P: a plan is set for the account called %s',
  async (called) => {
    const { run, saved } = office('Anna', 'Bruno');
    expect((await run(`plan ${called} standard`)).ok).toBe(true);
    expect(saved).toEqual([{ id: accountIdOf('Anna0'), change: { plan: 'STANDARD', trialUntil: null } }]);
  },
);

it('P: a trial lasts 14 days or as said, and can be ended', async () => {
  const { run, saved, clock } = office('Anna');
  const day = 86_400_000;
  expect((await run('trial Anna')).text).toMatch(/FREE \(PRO\)\s+2026-12-06/);
  await run('trial Anna 30');
  await run('trial Anna end');
  expect(saved.map(({ change }) => change.trialUntil)).toEqual([clock.now() + 14 * day, clock.now() + 30 * day, null]);
});

it('S1: one account answers in the dashboards of the others, or none', async () => {
  const { run } = office('Anna', 'Bruno');
  expect((await run('support')).text).toContain('No account');
  expect((await run('support bruno@shop.example')).text).toMatch(/Answers[\s\S]*Bruno/);
  expect((await run('support')).text).toContain('Bruno');
  expect((await run('support Anna')).text).not.toContain('Bruno');
  expect((await run('support nobody')).ok).toBe(false);
  expect((await run('support Anna PRO')).ok).toBe(false);
  expect((await run('support')).text).toContain('Anna');
  expect((await run('support off')).text).toContain('No account');
});

it('what is not understood changes nothing and is explained', async () => {
  const { run, saved } = office('Anna', 'Anna', 'Bruno');
  for (const line of [
    'plan',
    'plan Bruno',
    'plan Bruno GOLD',
    'plan Eve PRO',
    'plan Anna PRO',
    'trial Bruno 0',
    'nonsense',
  ]) {
    const { ok, text } = await run(line);
    expect([line, ok, text]).toEqual([line, false, expect.stringMatching(/\w/)]);
  }
  expect((await run('plan Anna PRO')).text).toContain(accountIdOf('Anna1'));
  expect(saved).toEqual([]);
});

it('a name cannot move the cursor of the operator’s terminal', async () => {
  expect((await office('An\u001B[2Jna').run('list')).text).not.toContain('\u001B');
});
