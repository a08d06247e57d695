import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import type { GroupKey, InvitationId } from '@vetrina/protocol/ids';
import { expect, it } from 'vitest';
import type { Member, StoredInvitation, TeamStore } from '../src/accounts/ports.ts';
import { createAccountStore } from '../src/store/account-store.ts';
import { createLastHereStore } from '../src/store/last-here-store.ts';
import { createTeamStore } from '../src/store/team-store.ts';
import type { Open } from './open-database.ts';
import { accountIdOf, agentIdOf, aNewAccount, MONDAY } from './store-samples.ts';

const ONE = accountIdOf('one');
const TWO = accountIdOf('two');
const OWNER = agentIdOf('one');
const SALES = 'sales' as GroupKey;
const HELP = 'hilfe-ü' as GroupKey;
const yes = () => undefined;

/** Two accounts, each with its owner. */
async function twoAccounts(open: Open) {
  const database = await open();
  const accounts = createAccountStore(database);
  for (const name of ['one', 'two']) await accounts.create(aNewAccount(name));
  return { accounts, team: createTeamStore(database), lastHere: createLastHereStore(database) };
}

const bruno = {
  id: agentIdOf('bruno'),
  name: 'Bruno',
  email: 'bruno@example.com',
  role: 'agent',
  photo: null,
} as const;

function invitation(name: string, facts: Partial<StoredInvitation> = {}): StoredInvitation {
  return {
    account: ONE,
    id: `in${name.padEnd(22, '0')}` as InvitationId,
    email: `${name}@example.com`,
    role: 'agent',
    groups: [SALES],
    invitedBy: 'Owner of one',
    createdAt: MONDAY,
    expiresAt: MONDAY + 1_000,
    ...facts,
  };
}

/** Accounts' settings, teams, groups and links, alike on every database. */
export function teamContract(open: Open): void {
  settings(open);
  members(open);
  groups(open);
  invitations(open);
  links(open);
  lastHere(open);
}

function settings(open: Open): void {
  it('P: plan, trial, box, hours and demanded signatures are kept', async () => {
    const { accounts } = await twoAccounts(open);
    const change = {
      ...{ plan: 'FREE', trialUntil: MONDAY, signatureDemanded: true },
      box: { ...DEFAULT_BOX, title: 'Größe?', form: { ...DEFAULT_BOX.form, group: 'required' } },
      officeHours: { timezone: 'Europe/Rome', days: Array.from({ length: 7 }, () => [{ from: 0, to: 60 }]) },
    } as const;
    const wanted = structuredClone(change) as unknown as Parameters<typeof accounts.save>[1];
    expect(await accounts.save(ONE, wanted)).toMatchObject(change);
    expect(await accounts.byId(ONE)).toMatchObject(change);
    expect(await accounts.save(ONE, { officeHours: null, trialUntil: null })).toMatchObject({
      ...{ officeHours: null, trialUntil: null, signatureDemanded: true, plan: 'FREE' },
    });
    expect((await accounts.byId(TWO))?.box).toEqual(DEFAULT_BOX);
  });

  it('P: the operator sees every account with its owners', async () => {
    const { accounts, team } = await twoAccounts(open);
    await team.addAgent(ONE, 'user-bruno', bruno, MONDAY + 1);
    expect(await accounts.overview()).toMatchObject([
      { account: { id: ONE, plan: 'PRO' }, agents: 2, owners: ['one@example.com'], createdAt: MONDAY },
      { account: { id: TWO }, agents: 1, owners: ['two@example.com'] },
    ]);
  });

  it("I3: an account's secret is decided once and renewed on request", async () => {
    const { accounts } = await twoAccounts(open);
    expect(await accounts.knownIdentitySecret(ONE)).toBeNull();
    const answers = await Promise.all(['a', 'b'].map((fresh) => accounts.identitySecret(ONE, fresh)));
    expect(new Set(answers).size).toBe(1);
    await accounts.renewIdentitySecret(ONE, 'c');
    expect([await accounts.identitySecret(ONE, 'd'), await accounts.knownIdentitySecret(ONE)]).toEqual(['c', 'c']);
    expect(await accounts.knownIdentitySecret(TWO)).toBeNull();
  });
}

function members(open: Open): void {
  it('T1: members are kept with what they may and chose, per account', async () => {
    const { team } = await twoAccounts(open);
    await team.addAgent(ONE, 'user-bruno', bruno, MONDAY + 1);
    expect(await team.members(ONE)).toMatchObject([
      { id: OWNER, role: 'owner', active: true, status: 'online', groups: [], photo: null, user: 'user-one' },
      { id: bruno.id, role: 'agent', createdAt: MONDAY + 1 },
    ]);
    const change = { name: 'Bruno C.', photo: '/p/1', role: 'admin', active: false, status: 'offline' } as const;
    expect(await team.change(ONE, bruno.id, change, yes)).toBe(true);
    expect((await team.members(ONE))[1]).toMatchObject(change);
    expect(await team.change(TWO, bruno.id, { name: 'x' }, yes)).toBe(false);
    expect(await team.membership('user-bruno')).toBeNull();
    expect(await team.membership('user-one')).toEqual({
      ...{ account: ONE, groups: [] },
      agent: { id: OWNER, name: 'Owner of one', email: 'one@example.com', role: 'owner', photo: null },
    });
  });

  it('T1: a change that the check refuses leaves everything as it was', async () => {
    const { team } = await twoAccounts(open);
    const refuse = (): never => {
      throw new Error('no');
    };
    await expect(team.change(ONE, OWNER, { role: 'agent' }, refuse)).rejects.toThrow('no');
    await expect(team.saveInvitation(invitation('carla'), 'hash', refuse)).rejects.toThrow('no');
    expect((await team.members(ONE))[0]?.role).toBe('owner');
    expect(await team.invitations(ONE)).toEqual([]);
  });

  it('T1: of two owners who step down at the same moment one stays', async () => {
    const { team } = await twoAccounts(open);
    await team.addAgent(ONE, 'user-bruno', { ...bruno, role: 'owner' }, MONDAY + 1);
    const keepOne = (present: readonly Member[]) => {
      if (present.filter(({ role }) => role === 'owner').length < 2) throw new Error('the last one');
    };
    const outcomes = await Promise.allSettled(
      [OWNER, bruno.id].map((agent) => team.change(ONE, agent, { role: 'agent' }, keepOne)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('T1: who works for several accounts enters the one joined last', async () => {
    const { team } = await twoAccounts(open);
    await team.addAgent(TWO, 'user-one', { ...bruno, id: agentIdOf('guest') }, MONDAY + 5);
    expect((await team.membership('user-one'))?.account).toBe(TWO);
    await team.change(TWO, agentIdOf('guest'), { active: false }, yes);
    expect((await team.membership('user-one'))?.account).toBe(ONE);
  });
}

function groups(open: Open): void {
  const sales = { key: SALES, name: 'Sales', members: [OWNER] };

  it('T1: groups have members of their own account only, and go with their memberships', async () => {
    const { team } = await twoAccounts(open);
    expect(await team.addGroup(ONE, { ...sales, members: [OWNER, agentIdOf('two')] }, MONDAY)).toBe(true);
    expect(await team.addGroup(ONE, sales, MONDAY)).toBe(false);
    expect(await team.addGroup(TWO, { ...sales, members: [] }, MONDAY)).toBe(true);
    expect(await team.addGroup(ONE, { key: HELP, name: 'Hilfe', members: [] }, MONDAY + 1)).toBe(true);
    expect(await team.groups(ONE)).toEqual([sales, { key: HELP, name: 'Hilfe', members: [] }]);
    expect((await team.membership('user-one'))?.groups).toEqual([SALES]);
    await team.change(ONE, OWNER, { groups: [HELP, 'unknown' as GroupKey] }, yes);
    expect((await team.members(ONE))[0]?.groups).toEqual([HELP]);
    expect(await team.editGroup(ONE, SALES, { name: 'Vendite', members: [OWNER] })).toBe(true);
    expect(await team.editGroup(TWO, HELP, { name: 'x' })).toBe(false);
    expect(await team.removeGroup(ONE, HELP)).toBe(true);
    expect(await team.removeGroup(ONE, HELP)).toBe(false);
    expect(await team.groups(ONE)).toEqual([{ ...sales, name: 'Vendite' }]);
    expect((await team.members(ONE))[0]?.groups).toEqual([SALES]);
  });
}

function invitations(open: Open): void {
  const seat = { user: 'user-carla', agent: { ...bruno, id: agentIdOf('carla') }, groups: [SALES], at: MONDAY + 9 };
  const taking = (team: TeamStore, hash: string) => team.acceptInvitation(ONE, hash, seat, yes);

  it('T1: an invitation is used once, and takes a seat with its groups', async () => {
    const { team } = await twoAccounts(open);
    await team.addGroup(ONE, { key: SALES, name: 'Sales', members: [] }, MONDAY);
    await team.saveInvitation(invitation('carla'), 'hash', yes);
    expect(await team.invitationOf('hash')).toEqual(invitation('carla'));
    const outcomes = await Promise.all([taking(team, 'hash'), taking(team, 'hash')]);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect((await team.members(ONE))[1]).toMatchObject({ name: 'Bruno', groups: [SALES], active: true });
    expect([await team.invitationOf('hash'), await team.invitations(ONE)]).toEqual([null, []]);
  });

  it('T1: sent again, an invitation has another link, and others are counted while they are open', async () => {
    const { team } = await twoAccounts(open);
    const counts: number[] = [];
    const save = (name: string, hash: string, facts: Partial<StoredInvitation> = {}) =>
      team.saveInvitation(invitation(name, facts), hash, (_team, others) => counts.push(others));
    await save('carla', 'first');
    await save('carla', 'second');
    await save('dario', 'third', { createdAt: MONDAY + 500, expiresAt: MONDAY + 1_500 });
    await save('elena', 'fourth', { createdAt: MONDAY + 1_200, expiresAt: MONDAY + 2_200 });
    expect(counts).toEqual([0, 0, 1, 1]);
    expect(await team.invitationOf('first')).toBeNull();
    expect((await team.invitationOf('second'))?.email).toBe('carla@example.com');
    expect(await team.withdrawInvitation(TWO, invitation('carla').id)).toBe(false);
    expect(await team.withdrawInvitation(ONE, invitation('carla').id)).toBe(true);
    expect(await team.withdrawInvitation(ONE, invitation('carla').id)).toBe(false);
  });

  it('T1: somebody who comes back gets the old seat', async () => {
    const { team } = await twoAccounts(open);
    await team.addAgent(ONE, 'user-carla', { ...bruno, name: 'Carla' }, MONDAY + 1);
    await team.change(ONE, bruno.id, { active: false }, yes);
    await team.saveInvitation(invitation('carla', { role: 'admin' }), 'hash', yes);
    const back = { ...seat, agent: { ...seat.agent, name: 'Carla B.', role: 'admin' as const } };
    expect(await team.acceptInvitation(ONE, 'hash', back, yes)).toBe(bruno.id);
    expect((await team.members(ONE)).slice(1)).toMatchObject([
      { id: bruno.id, name: 'Carla B.', role: 'admin', active: true },
    ]);
  });
}

function links(open: Open): void {
  it('T1: a link to a new password is good once, in time, and only the newest', async () => {
    const { team } = await twoAccounts(open);
    await team.saveReset('user-one', 'first', MONDAY + 100);
    await team.saveReset('user-one', 'second', MONDAY + 100);
    await team.saveReset('user-two', 'late', MONDAY);
    expect(await team.takeReset('first', MONDAY)).toBeNull();
    expect(await team.takeReset('second', MONDAY)).toBe('user-one');
    expect(await team.takeReset('second', MONDAY)).toBeNull();
    expect(await team.takeReset('late', MONDAY)).toBeNull();
  });
}

function lastHere(open: Open): void {
  it('C5: when agents were last here is kept by account', async () => {
    const { team, lastHere: store } = await twoAccounts(open);
    await team.addAgent(TWO, 'user-bruno', { ...bruno, id: OWNER }, MONDAY + 1);
    expect(await store.hereSince(0)).toEqual([]);
    await store.saveHere([{ account: ONE, agent: OWNER }], MONDAY);
    const everyone = [
      { account: TWO, agent: OWNER },
      { account: TWO, agent: agentIdOf('nobody') },
    ];
    await store.saveHere(everyone, MONDAY + 5);
    await store.saveHere([], MONDAY + 9);
    expect(await store.hereSince(MONDAY)).toEqual([{ account: TWO, agent: OWNER, at: MONDAY + 5 }]);
    expect(await store.hereSince(MONDAY - 1)).toHaveLength(2);
  });
}
