import type { Account, Agent, Plan, Role } from '@vetrina/protocol/http/account';
import { type BoxSettings, DEFAULT_BOX } from '@vetrina/protocol/http/box';
import type { Setup } from '@vetrina/protocol/http/sign-in';
import type { NewGroup } from '@vetrina/protocol/http/team';
import type { AccountId, AccountKey, AgentId, GroupKey } from '@vetrina/protocol/ids';
import { FRESH_ACCOUNT } from '../accounts/make-account.ts';
import type { AccountStore, Authentication, TeamStore, UserId } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { DemoPeople } from './seed-past.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

interface DemoAccount {
  readonly plan: Plan;
  readonly id: AccountId;
  readonly key: AccountKey;
  readonly name: string;
  readonly people: readonly [Person, ...Person[]];
}

const person = (id: string, name: string, mailbox: string, password: string, role: Role): Person => ({
  ...{ id, name, password, role },
  email: `${mailbox}@demo.vetrina.example`,
});

const account = (plan: Plan, name: string, ...people: DemoAccount['people']): DemoAccount => ({
  plan,
  name,
  people,
  id: `acdemo${plan}`.padEnd(24, '0') as AccountId,
  key: `demo${plan}`.padEnd(32, '0') as AccountKey,
});

/** Known to everyone who reads this file: the demo listens on loopback only. */
const ACCOUNTS: readonly DemoAccount[] = [
  account('FREE', 'Corner Flowers', person('fiona', 'Fiona Blum', 'free', 'corner-flowers-window', 'owner')),
  account('STANDARD', 'Standard Shoes', person('sandro', 'Sandro Neri', 'standard', 'standard-shoes-window', 'owner')),
  account(
    'PRO',
    'Bottega Vetrina',
    person('anna', 'Anna Rossi', 'pro', 'bottega-vetrina-window', 'owner'),
    person('bruno', 'Bruno Conti', 'bruno', 'bottega-vetrina-counter', 'agent'),
  ),
];

/** The demo shop's colours, and on PRO what only it has: a choice of group, and what is typed before it is sent. */
const BOXES: Readonly<Record<Plan, Partial<BoxSettings>>> = {
  FREE: { color: '#9d174d' },
  STANDARD: { color: '#1d4ed8' },
  PRO: { typingPreview: true, form: { ...DEFAULT_BOX.form, group: 'optional' } },
};

/** Nobody's at first, so that everybody sees everyone; who joins one sees its visitors only. */
const GROUPS: Readonly<Record<Plan, readonly NewGroup[]>> = {
  FREE: [],
  STANDARD: [],
  PRO: [
    { key: 'sales' as GroupKey, name: 'Sales', members: [] },
    { key: 'support' as GroupKey, name: 'Support', members: [] },
  ],
};

export interface Demo {
  readonly logins: Setup['demoLogins'];
  readonly keys: Readonly<Record<Plan, AccountKey>>;
  readonly people: readonly DemoPeople[];
}

interface SeedParts {
  readonly authentication: Authentication;
  readonly store: AccountStore;
  readonly team: TeamStore;
  readonly clock: Clock;
}

/** Three accounts, one on each plan, with keys and log-ins that never change. Run again it adds what is missing. */
export async function seedDemo(parts: SeedParts): Promise<Demo> {
  for (const wanted of ACCOUNTS) await seedAccount(parts, wanted);
  // S1: the PRO shop plays the operator, so that STANDARD has somebody to write to.
  const operator = ACCOUNTS.find(({ plan }) => plan === 'PRO') as DemoAccount;
  if ((await parts.store.supportAccount()) === null) await parts.store.saveSupportAccount(operator.id);
  const keyOf = (plan: Plan) => (ACCOUNTS.find((candidate) => candidate.plan === plan) as DemoAccount).key;
  return {
    logins: ACCOUNTS.flatMap(({ plan, people }) =>
      people.map(({ email, password, name }) => ({ plan, email, password, name })),
    ),
    people: ACCOUNTS.map(({ plan, id, people }) => ({
      ...{ plan, account: id },
      agents: people.map((person) => agentOf(person).id),
    })),
    keys: { FREE: keyOf('FREE'), STANDARD: keyOf('STANDARD'), PRO: keyOf('PRO') },
  };
}

/**
 * Were the demo's accounts made in this database? Asked for by their keys and not by a mark, so that demos of earlier versions
 * are known too.
 */
export async function holdsDemo({ store }: Pick<SeedParts, 'store'>): Promise<boolean> {
  const found = await Promise.all(ACCOUNTS.map(({ key }) => store.byKey(key)));
  return found.some((account) => account !== null);
}

async function seedAccount(parts: SeedParts, wanted: DemoAccount): Promise<void> {
  const [owner, ...colleagues] = wanted.people;
  if ((await parts.store.byKey(wanted.key)) === null) {
    const user = await userOf(parts.authentication, owner);
    await parts.store.create({
      account: settingsOf(wanted),
      owner: { user, agent: agentOf(owner) },
      at: parts.clock.now(),
      mustBeFirst: false,
    });
    for (const group of GROUPS[wanted.plan]) await parts.team.addGroup(wanted.id, group, parts.clock.now());
  }
  const present = await parts.team.members(wanted.id);
  for (const colleague of colleagues) {
    if (present.some((agent) => agent.email === colleague.email)) continue;
    const user = await userOf(parts.authentication, colleague);
    await parts.team.addAgent(wanted.id, user, agentOf(colleague), parts.clock.now());
  }
}

/** The person's log-in, made unless an interrupted seeding left it behind. */
async function userOf(authentication: Authentication, { name, email, password }: Person): Promise<UserId> {
  const registered = await authentication.register({ name, email, password });
  if (registered !== 'email_taken') return registered;
  const user = await authentication.userOf(email);
  if (user === null || !(await authentication.checkPassword(user, password)))
    throw new Error(`the demo's ${email} has another password; remove the data folder to start over`);
  return user;
}

function settingsOf({ id, key, name, plan }: DemoAccount): Account {
  return {
    ...FRESH_ACCOUNT,
    ...{ id, key, name, plan },
    keptQueryParameters: ['q'],
    box: { ...DEFAULT_BOX, ...BOXES[plan] },
  };
}

function agentOf({ id, name, email, role }: Person): Agent {
  return { id: `agdemo${id}`.padEnd(24, '0') as AgentId, name, email, role, photo: null };
}
