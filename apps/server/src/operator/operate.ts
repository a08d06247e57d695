import { TRIAL_DAYS } from '@vetrina/domain/plan-trial';
import { PLANS, plan as planSchema } from '@vetrina/protocol/http/account';
import type { AccountDirectory, AccountOverview, AccountStore } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import { accountTable } from './account-table.ts';

const DAY = 86_400_000;
const LONGEST_TRIAL_DAYS = 3_650;

const USAGE = `What an operator can do:
  npm run operator -- list                       every account with its plan and owners
  npm run operator -- plan <account> <plan>      sets the plan (${PLANS.join(', ')})
  npm run operator -- trial <account> [days]     PRO for so many days from now (${TRIAL_DAYS})
  npm run operator -- trial <account> end        ends the trial now
  npm run operator -- support <account>          whose agents answer in the other accounts' dashboards
  npm run operator -- support off                nobody does
<account> is an id, a key, a name, or an owner's e-mail.`;

export interface OperateParts {
  readonly store: Pick<AccountStore, 'overview' | 'supportAccount' | 'saveSupportAccount'>;
  readonly directory: Pick<AccountDirectory, 'save'>;
  readonly events: Pick<Events, 'planChanged'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** What is printed, and whether the command was understood and done. */
export interface Operated {
  readonly ok: boolean;
  readonly text: string;
}

const done = (text: string): Operated => ({ ok: true, text });
const refused = (text: string): Operated => ({ ok: false, text });

/** Runs one command of the operator's, `words` as typed. Never throws for what was typed. */
export async function operate(parts: OperateParts, words: readonly string[]): Promise<Operated> {
  const [command, account, value, ...more] = words;
  if (more.length > 0) return refused(USAGE);
  switch (command) {
    case 'list':
      return account === undefined ? list(parts) : refused(USAGE);
    case 'plan':
      return withAccount(parts, account, (found) => setPlan(parts, found, value));
    case 'trial':
      return withAccount(parts, account, (found) => setTrial(parts, found, value));
    case 'support':
      return value === undefined ? nameSupport(parts, account) : refused(USAGE);
    case undefined:
    case 'help':
      return done(USAGE);
    default:
      return refused(`There is no command "${command}".\n\n${USAGE}`);
  }
}

async function list({ store, clock }: OperateParts): Promise<Operated> {
  const accounts = await store.overview();
  return done(accounts.length === 0 ? 'There is no account yet.' : accountTable(accounts, clock.now()));
}

async function setPlan(parts: OperateParts, found: AccountOverview, typed: string | undefined): Promise<Operated> {
  const read = planSchema.safeParse(typed?.toUpperCase());
  if (!read.success) return refused(`A plan is one of ${PLANS.join(', ')}.`);
  return save(parts, found, { plan: read.data, trialUntil: found.account.trialUntil });
}

async function setTrial(parts: OperateParts, found: AccountOverview, typed: string | undefined): Promise<Operated> {
  if (typed === 'end') return save(parts, found, { plan: found.account.plan, trialUntil: null });
  const days = Number(typed ?? TRIAL_DAYS);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_TRIAL_DAYS) {
    return refused(`A trial lasts a whole number of days, from 1 to ${LONGEST_TRIAL_DAYS}.`);
  }
  return save(parts, found, { plan: found.account.plan, trialUntil: parts.clock.now() + days * DAY });
}

async function save(
  parts: OperateParts,
  found: AccountOverview,
  change: Pick<AccountOverview['account'], 'plan' | 'trialUntil'>,
): Promise<Operated> {
  await parts.directory.save(found.account.id, change);
  parts.events.planChanged({ account: found.account.id, ...change });
  const changed = { ...found, account: { ...found.account, ...change } };
  return done(accountTable([changed], parts.clock.now()));
}

/** S1. Without a name it says who it is. */
async function nameSupport(parts: OperateParts, typed: string | undefined): Promise<Operated> {
  if (typed === undefined) return sayWhoSupports(parts);
  if (typed === 'off') {
    await parts.store.saveSupportAccount(null);
    return done('No account answers in the dashboards of the others.');
  }
  return withAccount(parts, typed, async ({ account }) => {
    await parts.store.saveSupportAccount(account.id);
    return sayWhoSupports(parts);
  });
}

async function sayWhoSupports({ store, clock }: OperateParts): Promise<Operated> {
  const named = await store.supportAccount();
  const found = (await store.overview()).find(({ account }) => account.id === named);
  if (found === undefined) return done('No account answers in the dashboards of the others.');
  return done(`Answers in the dashboards of accounts with a paid plan:\n\n${accountTable([found], clock.now())}`);
}

/** The one account that is meant; several of the same name are told apart by their ids. */
async function withAccount(
  { store }: OperateParts,
  typed: string | undefined,
  work: (found: AccountOverview) => Promise<Operated>,
): Promise<Operated> {
  if (typed === undefined) return refused(USAGE);
  const meant = typed.toLowerCase();
  const found = (await store.overview()).filter(
    ({ account, owners }) =>
      account.id === typed || account.key === typed || account.name.toLowerCase() === meant || owners.includes(meant),
  );
  const [only, ...others] = found;
  if (only === undefined) return refused(`There is no account "${typed}". "list" shows them all.`);
  if (others.length === 0) return work(only);
  return refused(
    `Several accounts are called "${typed}". Say which by its id: ${found.map(({ account }) => account.id).join(', ')}`,
  );
}
