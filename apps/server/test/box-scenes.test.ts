import { settle } from '@vetrina/testkit/fake-clock';
import { describe, expect } from 'vitest';
import { World } from './world.ts';
import type { WorldDatabase } from './world-database.ts';
import { idText } from './world-samples.ts';
import { talk as it } from './world-scene.ts';
import type { WorldTab } from './world-visitor.ts';

/** The box as the tab shows it now. */
function box(tab: WorldTab) {
  const newest = [...tab.of('welcome').map((frame) => frame.box), ...tab.of('box').map((frame) => frame.box)].at(-1);
  return newest?.state;
}

/** The server dies and another takes its place `ms` later. */
async function crash(world: World, database: WorldDatabase, ms: number): Promise<World> {
  world.live.stop();
  const { clock, accounts, team } = world;
  await clock.pass(ms);
  return World.open({ clock, accounts, team, database });
}

describe('after a restart', () => {
  it('C5: visitors see nothing of it, whoever of the team is back first or last', async ({ world, database }) => {
    const anna = await world.agent('Anna').watches();
    await world.agent('Ben').watches();
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await world.pass(605_000);
    const after = await crash(world, database, 20_000);
    const again = await vera.movesTo(after).opens('/', { tab: tab.id, again: true });
    expect(again.of('welcome')[0]?.box).toMatchObject({ state: 'online', agents: [{ name: 'Anna' }, { name: 'Ben' }] });
    await after.screenOf(anna.actor).watches();
    await after.pass(15_000);
    expect(again.of('box')).toEqual([]);
    await after.pass(120_000);
    expect(again.of('box')).toMatchObject([{ box: { state: 'online', agents: [{ name: 'Anna' }] } }]);
    await after.close();
  });

  it('C5: who came or went within the minute counts too', async ({ world, database }) => {
    const anna = await world.agent('Anna').watches();
    await world.pass(130_000);
    await world.agent('Ben').watches();
    anna.socket.closeFromClient();
    await world.pass(1_500);
    const after = await crash(world, database, 1_000);
    const tab = await world.visitor('Vera').movesTo(after).opens('/');
    expect(tab.of('welcome')[0]?.box.agents).toMatchObject([{ name: 'Anna' }, { name: 'Ben' }]);
    await after.pass(122_000);
    expect(box(tab)).toBe('offline');
    await after.close();
  });

  it('C5: who was away for longer than two minutes is not shown', async ({ world, database }) => {
    const anna = await world.agent('Anna').watches();
    const ben = await world.agent('Ben').watches();
    anna.socket.closeFromClient();
    await world.pass(100_000);
    world.team.choosesStatus(ben.actor, 'offline');
    const after = await crash(world, database, 25_000);
    const tab = await world.visitor('Vera').movesTo(after).opens('/');
    expect(box(tab)).toBe('offline');
    await after.close();
  });
});

describe('is the team there?', () => {
  it('C5: online while somebody who chose so has a dashboard open, and two minutes longer', async ({ world }) => {
    const tab = await world.visitor('Vera').opens('/');
    expect(box(tab)).toBe('offline');
    const anna = await world.agent('Anna').watches();
    await world.pass(500);
    expect(box(tab)).toBe('online');
    expect(tab.of('box').at(-1)?.box.agents).toMatchObject([{ name: 'Anna' }]);
    const phone = await world.screenOf(anna.actor).watches();
    anna.socket.closeFromClient();
    await world.pass(200_000);
    expect(box(tab)).toBe('online');
    phone.socket.closeFromClient();
    await world.pass(100_000);
    expect(box(tab)).toBe('online');
    await world.pass(30_000);
    expect(box(tab)).toBe('offline');
  });

  it('C5: choosing offline shows at once, on colleagues’ screens too', async ({ world }) => {
    const tab = await world.visitor('Vera').opens('/');
    const anna = await world.agent('Anna').watches();
    const ben = await world.agent('Ben').watches();
    await world.pass(500);
    world.team.choosesStatus(anna.actor, 'offline');
    world.team.choosesStatus(ben.actor, 'offline');
    await world.pass(500);
    expect(box(tab)).toBe('offline');
    expect(ben.of('team').at(-1)?.agents).toMatchObject([
      { name: 'Anna', online: false },
      { name: 'Ben', online: false },
    ]);
  });

  it('C5: outside of the office hours the box is offline; the hour ends by itself', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    const account = world.accounts[0];
    if (account === undefined) throw new Error('no account');
    // The world begins on a Sunday at 09:00 UTC.
    const days = [[], [], [], [], [], [], [{ from: 9 * 60, to: 9 * 60 + 10 }]];
    world.team.changesSettings(account.id, { officeHours: { timezone: 'UTC', days } });
    const tab = await world.visitor('Vera').opens('/');
    await world.pass(1_000);
    expect(box(tab)).toBe('online');
    await world.pass(11 * 60_000);
    expect(box(tab)).toBe('offline');
    await tab.writes('Call me tomorrow');
    await world.pass(1_000);
    expect(box(tab)).toBe('offline');
    const left = world.mailed.at(-1)?.conversation;
    if (left === undefined) throw new Error('no conversation');
    expect(left.offline).toBe(true);
    await anna.writes({ conversation: left.id }, 'I am still here.');
    await world.pass(1_000);
    expect(box(tab)).toBe('online');
  });

  it('C5: what is written while nobody is there is an offline conversation', async ({ world }) => {
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes('Call me');
    await settle();
    expect(world.mailed.at(-1)?.conversation.offline).toBe(true);
  });

  it('C5: boxes of many visitors are told in slices', async ({ world }) => {
    const tabs = [];
    for (let nth = 0; nth < 520; nth += 1) tabs.push(world.visitor(`Visitor ${nth}`).opens('/'));
    const open = await Promise.all(tabs);
    await world.agent('Anna').watches();
    await world.pass(255);
    const told = () => open.filter((tab) => box(tab) === 'online').length;
    expect(told()).toBe(500);
    await world.pass(200);
    expect(told()).toBe(520);
  }, 60_000);
});

describe('the contact form', () => {
  it('I2: makes a customer, stands in the conversation, and is done once', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    const tab = await world.visitor('Vera', { identity: {} }).opens('/');
    const id = idText('', 77);
    const form = { type: 'contact', id, name: 'Vera', email: 'vera@mail.example', phone: null, group: null };
    await tab.says({ ...form, consent: true });
    await tab.says({ ...form, consent: true });
    await world.pass(200);
    expect(tab.of('done')).toEqual([
      { type: 'done', id },
      { type: 'done', id },
    ]);
    expect(tab.shown).toEqual(['contact']);
    expect(anna.row('Vera')).toMatchObject({ customer: true, email: 'vera@mail.example' });
  });

  it('C1: where the notice must be agreed to, nothing is taken without', async ({ world }) => {
    const account = world.accounts[0];
    if (account === undefined) throw new Error('no account');
    const privacy = { shown: true, url: '' as const, mustAgree: true };
    world.team.changesSettings(account.id, { box: { ...account.box, privacy } });
    const tab = await world.visitor('Vera').opens('/');
    const form = { type: 'contact', id: idText('', 77), name: 'Vera', email: null, phone: null, group: null };
    await tab.says({ ...form, consent: false });
    expect(tab.of('refused')).toMatchObject([{ code: 'consent_required' }]);
    await tab.writes('I did not read it');
    expect(tab.of('refused').at(-1)).toMatchObject({ code: 'consent_required', retry: false });
    await tab.says({ ...form, consent: true });
    await tab.writes('I read it');
    expect(tab.of('said')).toHaveLength(1);
  });
});

describe('rating', () => {
  it('C6: after resolving, and on the team’s screens', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes('Thanks');
    await world.pass(200);
    const conversation = anna.inbox?.conversations[0]?.id;
    if (conversation === undefined) throw new Error('no conversation');
    const rating = { type: 'rate', value: 5, comment: 'Lovely' };
    await tab.says({ ...rating, id: idText('', 80) });
    expect(tab.of('refused')).toMatchObject([{ code: 'not_resolved' }]);
    await world.live.conversationActions.resolve(anna.actor, conversation);
    await tab.says({ ...rating, id: idText('', 81) });
    expect(tab.of('done')).toHaveLength(1);
    const found = await world.live.conversationActions.search(anna.actor, { rating: 5 });
    expect(found.conversations).toMatchObject([{ id: conversation, rating: 5 }]);
  });
});

describe('blocking', () => {
  it('C7: the box goes at once, messages are refused, the row stands under Blocked, and all comes back', async ({
    world,
  }) => {
    const anna = await world.agent('Anna').watches({ filter: 'blocked' });
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.writes('Hello');
    await world.pass(500);
    await world.live.actions.block(anna.actor, vera.id, {});
    await settle();
    expect(box(tab)).toBe('hidden');
    const id = await tab.writes('Hello?');
    expect(tab.of('refused')).toMatchObject([{ id, code: 'blocked', retry: false }]);
    await tab.says({ type: 'resume-chat', conversation: null, after: 0 });
    expect(tab.of('problem').at(-1)?.code).toBe('blocked');
    await anna.writes({ visitor: vera.id }, 'You cannot read this');
    expect(tab.shown).toEqual(['Hello']);
    await world.pass(200);
    expect(anna.names).toEqual(['Vera']);
    await world.live.actions.unblock(anna.actor, vera.id);
    await world.pass(200);
    expect(box(tab)).toBe('online');
    expect(anna.names).toEqual([]);
    await tab.writes('Back again');
    expect(tab.of('said')).toHaveLength(2);
  });

  it('C7: a block for a time ends by itself', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await world.live.actions.block(anna.actor, vera.id, { forMinutes: 1 });
    await settle();
    expect(box(tab)).toBe('hidden');
    await world.pass(61_000);
    expect(box(tab)).toBe('online');
  });

  it('C7: by a pattern of addresses, for whoever is there and whoever comes', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    const tab = await world.visitor('Vera', { peer: { ip: '192.0.2.7' } }).opens('/');
    const added = await world.live.actions.addIpBlock(anna.actor, { pattern: '192.0.2.*' });
    await settle();
    expect(box(tab)).toBe('hidden');
    const other = await world.visitor('Walter', { peer: { ip: '192.0.2.8' } }).opens('/');
    expect(box(other)).toBe('hidden');
    await world.live.actions.removeIpBlock(anna.actor, added.id);
    await settle();
    expect([box(tab), box(other)]).toEqual(['online', 'online']);
  });
});

describe('where nobody is tracked', () => {
  it('T3: who opens the box is known for the chat, in every mode; nobody is before', async ({ world }) => {
    const account = world.accounts[0];
    if (account === undefined) throw new Error('no account');
    for (const trackingMode of ['chat-only', 'count-only', 'consent'] as const) {
      world.team.changesSettings(account.id, { trackingMode });
      const anna = await world.agent('Anna').watches();
      const before = await world.visitor('Nobody', { account: { ...account, trackingMode } }).opens('/');
      if (trackingMode === 'chat-only') expect(before.socket.ended?.code).toBe(4108);
      if (trackingMode === 'count-only') expect(before.of('welcome')[0]?.visitor).toBeNull();
      const visitor = world.visitor(`Vera in ${trackingMode}`, { account: { ...account, trackingMode } });
      const tab = await visitor.opens('/', { chatting: true });
      await tab.writes('Hello');
      await world.pass(200);
      expect(tab.of('said')).toHaveLength(1);
      expect(anna.row(`Vera in ${trackingMode}`)?.status).toBe('new-chat');
      // Settings that are saved again do not throw out who is in a chat.
      world.team.changesSettings(account.id, { trackingMode });
      await settle();
      expect(tab.socket.ended).toBeNull();
    }
  });
});

it('C5, V1: nothing is left behind when everybody has gone', async ({ world }) => {
  const anna = await world.agent('Anna').watches();
  const vera = world.visitor('Vera');
  const tab = await vera.opens('/');
  await tab.writes('Hello');
  await tab.says({ type: 'typing', text: 'x' });
  anna.says({ type: 'compose', visitor: vera.id });
  await world.pass(200);
  anna.socket.closeFromClient();
  await vera.leaves();
  await world.pass(400_000);
  expect(world.live.sizes()).toMatchObject({ desks: 0, boxes: 0, typing: 0, claims: 0, conversations: 1, sockets: 0 });
});
