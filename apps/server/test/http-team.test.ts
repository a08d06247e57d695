import { teamMember } from '@vetrina/protocol/http/team';
import { describe, expect, it, vi } from 'vitest';
import { PASSWORD, teamWorld } from './team-world.ts';

// A password is hashed slowly on purpose, and these people sign in a lot.
vi.setConfig({ testTimeout: 30_000 });

const DAY = 86_400_000;
const tokenOf = (link: string) => link.split('/').at(-1);

describe('invitations', () => {
  it('T1: an invited person joins by the link, once, with role and groups', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    await anna.ask('POST', '/groups', { key: 'sales', name: 'Sales', members: [] });
    const invited = await anna.ask('POST', '/invitations', {
      email: 'Bruno@shop.example',
      role: 'admin',
      groups: ['sales'],
    });
    expect(invited.body).toMatchObject({ email: 'bruno@shop.example', invitedBy: 'anna', role: 'admin' });
    expect(invited.body.link).toMatch(/^http:\/\/127\.0\.0\.1:4000\/invitation\/[\w-]{43}$/);
    expect((await anna.ask('GET', '/invitations')).body).toMatchObject([{ email: 'bruno@shop.example', link: null }]);

    world.clock.advance(1);
    const bruno = world.browser();
    const link = `/invitation-links/${tokenOf(invited.body.link)}`;
    expect((await bruno.ask('GET', link)).body).toEqual({
      ...{ email: 'bruno@shop.example', accountName: "anna's shop", invitedBy: 'anna', role: 'admin', known: false },
    });
    const short = await bruno.ask('POST', link, { name: 'Bruno', password: 'short' });
    expect([short.status, short.body.fields]).toEqual([400, { password: 'too short' }]);
    const joined = await bruno.ask('POST', link, { name: 'Bruno', password: PASSWORD });
    expect(joined.body).toMatchObject({ agent: { name: 'Bruno', role: 'admin' }, account: { name: "anna's shop" } });
    const team = (await bruno.ask('GET', '/team')).body;
    expect(team.map((member: unknown) => teamMember.parse(member))).toMatchObject([
      { name: 'anna', role: 'owner', twoFactor: false },
      { name: 'Bruno', groups: ['sales'], active: true },
    ]);
    const again = await world.browser().ask('POST', link, { name: 'Eve', password: PASSWORD });
    expect([again.status, again.body.code]).toEqual([410, 'link_expired']);
    expect((await anna.ask('GET', '/invitations')).body).toEqual([]);
  });

  it('T1: a link dies after seven days, by another one to the same person, and when it is withdrawn', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const invite = async (email: string) => {
      const { body } = await anna.ask('POST', '/invitations', { email, role: 'agent', groups: [] });
      return { id: body.id, link: `/invitation-links/${tokenOf(body.link)}` };
    };
    const open = async (link: string) => (await world.browser().ask('GET', link)).status;
    const first = await invite('bruno@shop.example');
    const second = await invite('bruno@shop.example');
    expect([await open(first.link), await open(second.link)]).toEqual([410, 200]);
    await anna.ask('DELETE', `/invitations/${second.id}`);
    expect(await open(second.link)).toBe(410);
    const third = await invite('carla@shop.example');
    world.clock.advance(7 * DAY - 1);
    expect(await open(third.link)).toBe(200);
    world.clock.advance(1);
    expect(await open(third.link)).toBe(410);
  });

  it('T1: with e-mail the link goes to the invited person alone, and what people typed is no HTML', async () => {
    await using world = await teamWorld({ mail: true });
    const anna = await world.owner('anna', 'PRO', '<b>anna');
    const invited = await anna.ask('POST', '/invitations', { email: 'bruno@shop.example', role: 'agent', groups: [] });
    expect(invited.body.link).toBeNull();
    expect(world.mails).toMatchObject([{ to: 'bruno@shop.example', subject: expect.stringContaining('invites you') }]);
    expect(world.mails[0]?.html).toContain('&lt;b&gt;anna');
    expect(world.mails[0]?.text).toMatch(/http:\/\/127\.0\.0\.1:4000\/invitation\/[\w-]{43}\n/);
  });

  it('T1: somebody who has an account joins another with their own password, and enters that one from then on', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    await world.owner('bruno');
    const invited = await anna.ask('POST', '/invitations', { email: 'bruno@shop.example', role: 'agent', groups: [] });
    const link = `/invitation-links/${tokenOf(invited.body.link)}`;
    world.clock.advance(1);
    const bruno = world.browser();
    expect((await bruno.ask('GET', link)).body.known).toBe(true);
    const wrong = await bruno.ask('POST', link, { name: 'Bruno', password: 'not his password' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_credentials']);
    const joined = await bruno.ask('POST', link, { name: 'Bruno', password: PASSWORD });
    expect(joined.body.account.name).toBe("anna's shop");
    expect((await world.signIn('bruno@shop.example')).answer.body.session.account.name).toBe("anna's shop");
    await anna.ask('PATCH', `/team/${joined.body.agent.id}`, { active: false });
    expect((await world.signIn('bruno@shop.example')).answer.body.session.account.name).toBe("bruno's shop");
  });

  it('P: seats are counted with open invitations; the refusal names the plan that has more', async () => {
    await using world = await teamWorld();
    const sandro = await world.owner('sandro', 'STANDARD');
    const invite = (email: string) => sandro.ask('POST', '/invitations', { email, role: 'agent', groups: [] });
    await invite('one@shop.example');
    await invite('two@shop.example');
    expect(await invite('three@shop.example')).toMatchObject({
      status: 402,
      body: { code: 'seat_limit', plan: 'PRO' },
    });
    expect((await invite('two@shop.example')).status).toBe(200);
    const fiona = await world.owner('fiona', 'FREE');
    expect(
      await fiona.ask('POST', '/invitations', { email: 'x@shop.example', role: 'agent', groups: [] }),
    ).toMatchObject({
      body: { code: 'seat_limit', plan: 'STANDARD' },
    });
  });

  it('P: a plan that became too small seats owners first, shuts the others out at once, and lets them back in', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const bruno = await world.colleague(anna, 'bruno');
    const saves = (plan: 'FREE' | 'STANDARD') => world.accounts.directory.save(anna.account.id, { plan });
    expect((await bruno.ask('GET', '/session')).status).toBe(200);
    await saves('FREE');
    const refused = await bruno.ask('GET', '/session');
    expect([refused.status, refused.body]).toMatchObject([402, { code: 'seat_limit', plan: 'STANDARD' }]);
    expect((await bruno.ask('POST', '/agent-tickets', {})).body.code).toBe('seat_limit');
    expect((await anna.ask('GET', '/team')).body).toMatchObject([
      { name: 'anna', active: true, seated: true },
      { name: 'bruno', active: true, seated: false },
    ]);
    await saves('STANDARD');
    expect((await bruno.ask('GET', '/session')).status).toBe(200);
    expect((await bruno.ask('DELETE', '/session')).status).toBe(204);
  });

  it('P: a link that was sent in better days finds no seat', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const invited = await anna.ask('POST', '/invitations', { email: 'bruno@shop.example', role: 'agent', groups: [] });
    await world.accounts.directory.save(anna.account.id, { plan: 'FREE' });
    const link = `/invitation-links/${tokenOf(invited.body.link)}`;
    const late = await world.browser().ask('POST', link, { name: 'Bruno', password: PASSWORD });
    expect(late.body).toMatchObject({ code: 'seat_limit', plan: 'STANDARD' });
    expect(await world.accounts.authentication.userOf('bruno@shop.example')).toBeNull();
  });
});

describe('the team', () => {
  it('T1: admins manage agents, leave owners alone and make none', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const bruno = await world.colleague(anna, 'bruno', 'admin');
    const carla = await world.colleague(bruno, 'carla');
    expect((await bruno.ask('PATCH', `/team/${carla.agent}`, { role: 'admin' })).body.role).toBe('admin');
    for (const [agent, edit] of [
      [anna.agent, { active: false }],
      [anna.agent, { groups: [] }],
      [carla.agent, { role: 'owner' }],
    ] as const) {
      expect((await bruno.ask('PATCH', `/team/${agent}`, edit)).body.code).toBe('forbidden');
    }
    const owner = await bruno.ask('POST', '/invitations', { email: 'x@shop.example', role: 'owner', groups: [] });
    expect(owner.body.code).toBe('forbidden');
    expect((await carla.ask('PATCH', `/team/ag${'0'.repeat(22)}`, { active: false })).body.code).toBe('not_found');
  });

  it('T1: an account keeps its last owner', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    for (const edit of [{ role: 'admin' }, { active: false }]) {
      const refused = await anna.ask('PATCH', `/team/${anna.agent}`, edit);
      expect([refused.status, refused.body.code]).toEqual([409, 'last_owner']);
    }
    await world.colleague(anna, 'bruno', 'owner');
    expect((await anna.ask('PATCH', `/team/${anna.agent}`, { role: 'admin' })).status).toBe(200);
  });

  it('T1: who is deactivated is out at once, and back with the old seat if there is one', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const bruno = await world.colleague(anna, 'bruno');
    expect((await anna.ask('PATCH', `/team/${bruno.agent}`, { active: false })).body.active).toBe(false);
    expect(world.ended).toHaveLength(1);
    expect((await bruno.ask('GET', '/session')).body.code).toBe('not_signed_in');
    expect((await world.signIn('bruno@shop.example')).answer.body.code).toBe('wrong_credentials');
    expect((await anna.ask('GET', '/agents')).body).toHaveLength(1);
    expect((await world.accounts.teams.faces(anna.account.id)).get(bruno.agent)?.name).toBe('bruno');
    await world.accounts.directory.save(anna.account.id, { plan: 'FREE' });
    expect((await anna.ask('PATCH', `/team/${bruno.agent}`, { active: true })).body.code).toBe('seat_limit');
    await world.accounts.directory.save(anna.account.id, { plan: 'STANDARD' });
    await anna.ask('PATCH', `/team/${bruno.agent}`, { active: true });
    expect((await world.signIn('bruno@shop.example')).answer.status).toBe(200);
  });

  it('T1: another account’s members and groups are unknown ones', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const eve = await world.owner('eve');
    await anna.ask('POST', '/groups', { key: 'sales', name: 'Sales', members: [] });
    expect((await eve.ask('PATCH', `/team/${anna.agent}`, { active: false })).body.code).toBe('not_found');
    expect((await eve.ask('PATCH', '/groups/sales', { name: 'Mine' })).body.code).toBe('not_found');
    expect((await eve.ask('DELETE', '/groups/sales')).body.code).toBe('not_found');
    expect((await eve.ask('GET', '/groups')).body).toEqual([]);
  });
});

describe('groups', () => {
  it('T1: an agent’s groups are the session’s scope, as long as the plan has groups', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const bruno = await world.colleague(anna, 'bruno');
    const told: string[] = [];
    world.accounts.teams.onChange((account) => told.push(account));
    const made = await anna.ask('POST', '/groups', { key: 'sales', name: 'Sales', members: [bruno.agent] });
    expect(made.body).toEqual({ key: 'sales', name: 'Sales', members: [bruno.agent] });
    expect((await anna.ask('POST', '/groups', { key: 'sales', name: 'x', members: [] })).body.code).toBe('name_taken');
    const scope = async () =>
      (await world.accounts.teams.members(anna.account.id)).find(({ id }) => id === bruno.agent)?.groups;
    expect(await scope()).toEqual(['sales']);
    const before = told.length;
    await world.accounts.directory.save(anna.account.id, { plan: 'STANDARD' });
    expect([await scope(), told.length]).toEqual([[], before + 1]);
    expect((await anna.ask('POST', '/groups', { key: 'help', name: 'Help', members: [] })).body).toMatchObject({
      ...{ code: 'plan_required', plan: 'PRO' },
    });
    const edit = await anna.ask('PATCH', `/team/${bruno.agent}`, { groups: ['sales'] });
    expect(edit.body.code).toBe('plan_required');
    await world.accounts.directory.save(anna.account.id, { plan: 'PRO' });
    const edited = await anna.ask('PATCH', `/team/${bruno.agent}`, { groups: [] });
    expect([edited.status, await scope()]).toEqual([200, []]);
    expect((await anna.ask('DELETE', '/groups/sales')).status).toBe(204);
  });

  it('T1: nobody comes to see everyone because a group is gone, or never was', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    for (const key of ['sales', 'temps']) await anna.ask('POST', '/groups', { key, name: key, members: [] });
    const bruno = await world.colleague(anna, 'bruno', 'agent', ['sales']);
    const refused = await anna.ask('DELETE', '/groups/sales');
    expect([refused.status, refused.body.code]).toEqual([409, 'only_group']);

    const invite = (groups: string[]) =>
      anna.ask('POST', '/invitations', { email: 'carla@shop.example', role: 'agent', groups });
    const unknown = { status: 400, body: { code: 'bad_request', fields: { groups: 'unknown' } } };
    expect(await invite(['temps', 'nothing'])).toMatchObject(unknown);
    expect(await anna.ask('PATCH', `/team/${bruno.agent}`, { groups: ['nothing'] })).toMatchObject(unknown);

    const link = `/invitation-links/${tokenOf((await invite(['temps'])).body.link)}`;
    expect((await anna.ask('DELETE', '/groups/temps')).status).toBe(204);
    const late = await world.browser().ask('POST', link, { name: 'Carla', password: PASSWORD });
    expect([late.status, late.body.code]).toEqual([410, 'link_expired']);
  });
});

describe('status', () => {
  it('C5: the choice is kept on the agent, and whoever follows it is told', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const heard: unknown[] = [];
    world.accounts.teams.onStatusChange((...change) => heard.push(change));
    expect((await anna.ask('GET', '/me/status')).body).toEqual({ status: 'online' });
    await anna.ask('PUT', '/me/status', { status: 'offline' });
    const elsewhere = await world.signIn('anna@shop.example');
    expect((await elsewhere.ask('GET', '/me/status')).body).toEqual({ status: 'offline' });
    expect(heard).toEqual([[anna.account.id, anna.agent, 'offline']]);
  });
});

it('C8: an address is not invited over and over', async () => {
  await using world = await teamWorld({ mail: true });
  const anna = await world.owner('anna');
  const invite = () => anna.ask('POST', '/invitations', { email: 'Vera@example.com', role: 'agent', groups: [] });
  const statuses: number[] = [];
  for (let nth = 0; nth < 7; nth += 1) statuses.push((await invite()).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  expect(world.mails).toHaveLength(5);
});
