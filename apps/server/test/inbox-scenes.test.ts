import type { Account } from '@vetrina/protocol/http/account';
import { settle } from '@vetrina/testkit/fake-clock';
import { describe, expect } from 'vitest';
import type { World } from './world.ts';
import type { WorldAgent } from './world-agent.ts';
import { talk as it } from './world-scene.ts';
import type { VisitorOptions } from './world-visitor.ts';

/** Somebody who has just written, and their tab. */
async function whoWrote(world: World, name: string, options: Partial<VisitorOptions> = {}) {
  const visitor = world.visitor(name, options);
  const tab = await visitor.opens('/');
  await tab.writes(`${name} has a question`);
  await world.pass(200);
  return { visitor, tab };
}

const names = (agent: WorldAgent) => agent.inbox?.conversations.map(({ visitor }) => visitor.name);

function idOf(agent: WorldAgent, name: string) {
  const found = agent.inbox?.conversations.find(({ visitor }) => visitor.name === name)?.id;
  if (found === undefined) throw new Error(`no conversation with ${name}`);
  return found;
}

describe('the inbox', () => {
  it('V8: whether the plan lets a conversation be reopened is asked at that moment', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    await whoWrote(world, 'Vera');
    const id = world.mailed[0]?.conversation.id ?? ('' as never);
    const { conversationActions } = world.live;
    await conversationActions.resolve(anna.actor, id);
    const pro = world.accounts[0] as Account;
    world.accounts[0] = { ...pro, plan: 'FREE' };
    await expect(conversationActions.reopen(anna.actor, id)).rejects.toMatchObject({ code: 'plan_required' });
    world.accounts[0] = pro;
    await conversationActions.reopen(anna.actor, id);
    await world.pass(500);
    expect(names(anna)).toEqual(['Vera']);
  });

  it('C2: new, joined, left, resolved, reopened: each folder shows it at once, and so do the counts', async ({
    world,
  }) => {
    const actions = world.live.conversationActions;
    const anna = await world.agent('Anna').opensInbox('open');
    const ben = await world.agent('Ben').opensInbox('new');
    const carl = await world.agent('Carl').opensInbox('mine');
    const { tab } = await whoWrote(world, 'Vera');
    expect([names(anna), names(ben), names(carl)]).toEqual([['Vera'], ['Vera'], []]);
    expect(ben.of('inbox-counts').at(-1)?.counts).toEqual({
      new: { conversations: 1, unread: 1 },
      mine: { conversations: 0, unread: 0 },
      open: { conversations: 1, unread: 1 },
    });
    const id = idOf(anna, 'Vera');

    await actions.join(carl.actor, id);
    await world.pass(200);
    expect([names(anna), names(ben), names(carl)]).toEqual([['Vera'], [], ['Vera']]);
    await actions.leave(carl.actor, id);
    await world.pass(200);
    expect([names(anna), names(ben), names(carl)]).toEqual([['Vera'], ['Vera'], []]);
    await actions.resolve(carl.actor, id);
    await world.pass(200);
    expect([names(anna), names(ben), names(carl)]).toEqual([[], [], []]);
    expect(anna.of('inbox-counts').at(-1)?.counts.open).toEqual({ conversations: 0, unread: 0 });

    await tab.writes('One more thing');
    await world.pass(200);
    expect([names(anna), names(carl)]).toEqual([['Vera'], ['Vera']]);
  });

  it('C2: who waits longest stands on top; patches lead where a fresh window stands', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open', 2);
    await whoWrote(world, 'Vera');
    await whoWrote(world, 'Walter');
    await whoWrote(world, 'Xenia');
    expect(names(anna)).toEqual(['Vera', 'Walter']);
    expect(anna.inbox?.total).toBe(3);
    await anna.writes({ conversation: idOf(anna, 'Vera') }, 'Yes?');
    await world.pass(200);
    expect(names(anna)).toEqual(['Walter', 'Xenia']);
    const other = await world.screenOf(anna.actor).opensInbox('open', 2);
    expect(anna.inbox?.conversations).toEqual(other.inbox?.conversations);
  });

  it('C2: unread is each agent’s own, and can be set back', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const ben = await world.agent('Ben').opensInbox('open');
    await whoWrote(world, 'Vera');
    const conversation = idOf(anna, 'Vera');
    anna.says({ type: 'read', conversation, seq: 1 });
    await world.pass(200);
    expect([anna, ben].map(({ inbox }) => inbox?.conversations[0]?.unread)).toEqual([0, 1]);
    await world.live.conversationActions.markUnread(anna.actor, conversation);
    await world.pass(200);
    expect(anna.inbox?.conversations[0]?.unread).toBe(1);
  });

  it('C2: shows who left the site, and what became of their name', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const { visitor, tab } = await whoWrote(world, 'Vera');
    await tab.says({ type: 'identify', identity: { name: 'Vera Rossi' } });
    await world.pass(200);
    expect(anna.inbox?.conversations[0]?.visitor).toMatchObject({ name: 'Vera Rossi', online: true });
    await visitor.leaves();
    await world.pass(6_000);
    expect(anna.inbox?.conversations[0]?.visitor).toMatchObject({ online: false });
    await world.pass(60_000);
    expect(anna.inbox?.conversations[0]?.visitor).toMatchObject({ online: false, number: 1 });
  });
});

describe('notices', () => {
  it('C8: a new conversation is everybody’s, a further message its agents’, an assignment its agent’s', async ({
    world,
  }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const ben = await world.agent('Ben').opensInbox('open');
    const { tab } = await whoWrote(world, 'Vera');
    expect([anna.heard, ben.heard]).toEqual([['new-conversation'], ['new-conversation']]);
    const conversation = idOf(anna, 'Vera');
    await anna.writes({ conversation }, 'Yes?');
    await tab.writes('Do you ship?');
    await settle();
    expect([anna.heard.slice(1), ben.heard.slice(1)]).toEqual([['new-message'], []]);
    expect(anna.of('notice').at(-1)).toMatchObject({ text: 'Do you ship?', visitor: { name: 'Vera' } });
    await world.live.conversationActions.assign(anna.actor, conversation, ben.actor.agent);
    await settle();
    expect([anna.heard.slice(2), ben.heard.slice(1)]).toEqual([[], ['assigned']]);
  });
});

describe('conversations on screen', () => {
  it('C3: following begins where the screen is, and goes on without a gap', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const { tab } = await whoWrote(world, 'Vera');
    await tab.writes('Hello?');
    const conversation = idOf(anna, 'Vera');
    await anna.opens(conversation, 1);
    await tab.writes('Anybody?');
    await settle();
    expect(anna.of('conversation-followed')[0]?.found).toMatchObject({ follows: true, entries: [{ seq: 2 }] });
    expect(anna.of('entry').map(({ entry }) => entry.seq)).toEqual([3]);
    await anna.writes({ conversation }, 'Between us', { audience: 'team' });
    await settle();
    expect(anna.of('entry').at(-1)?.entry).toMatchObject({ seq: 4, publicSeq: null, body: { kind: 'note' } });
    expect(tab.shown).not.toContain('note');
  });

  it('C3: an unknown conversation and one of another account are answered alike', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    await whoWrote(world, 'Vera');
    const conversation = idOf(anna, 'Vera');
    const eve = await world.agent('Eve', world.accounts[1]).opensInbox('open');
    expect(names(eve)).toEqual([]);
    await eve.opens(conversation);
    expect(eve.of('conversation-followed')).toMatchObject([{ conversation, found: null }]);
    await eve.writes({ conversation }, 'Gotcha');
    expect(eve.of('refused')).toMatchObject([{ code: 'not_found', retry: false }]);
    eve.says({ type: 'typing', conversation, typing: true });
    eve.says({ type: 'read', conversation, seq: 1 });
    await settle();
    expect(eve.of('problem').map(({ code }) => code)).toEqual(['not_found', 'not_found']);
    await expect(world.live.conversationActions.join(eve.actor, conversation)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('groups', () => {
  it('T1: an agent with groups sees those groups’ visitors only, everywhere', async ({ world }) => {
    const sales = await world.agent('Sally', world.accounts[0], ['sales']).watches();
    await sales.opensInbox('open');
    const boss = await world.agent('Boss').watches();
    await boss.opensInbox('open');
    const sold = await whoWrote(world, 'Vera', { identity: { name: 'Vera', group: 'sales' } });
    const other = await whoWrote(world, 'Walter', { identity: { name: 'Walter', group: 'support' } });
    const none = await whoWrote(world, 'Xenia');
    await world.pass(300);
    expect(boss.names.sort()).toEqual(['Vera', 'Walter', 'Xenia']);
    expect(sales.names).toEqual(['Vera']);
    expect(sales.window?.counts.all).toBe(1);
    expect(names(sales)).toEqual(['Vera']);
    expect(sales.of('inbox-counts').at(-1)?.counts.open.conversations).toBe(1);
    expect(sales.heard).toEqual(['new-conversation']);

    const foreign = idOf(boss, 'Walter');
    await sales.opens(foreign);
    expect(sales.of('conversation-followed').at(-1)?.found).toBeNull();
    await sales.writes({ conversation: foreign }, 'Hello');
    await sales.writes({ visitor: none.visitor.id }, 'Hello');
    expect(sales.of('refused').map(({ code }) => code)).toEqual(['not_found', 'not_found']);
    sales.says({ type: 'follow-visitor', visitor: other.visitor.id });
    sales.says({ type: 'compose', visitor: other.visitor.id });
    await world.pass(300);
    expect(sales.of('visitor-followed').at(-1)?.details).toBeNull();
    expect(boss.of('claims').at(-1)?.claims).toEqual([]);
    await expect(world.live.actions.block(sales.actor, other.visitor.id, {})).rejects.toMatchObject({
      code: 'not_found',
    });

    boss.says({ type: 'compose', visitor: other.visitor.id });
    await world.pass(200);
    expect(sales.of('claims').at(-1)?.claims).toEqual([]);
    boss.says({ type: 'compose', visitor: sold.visitor.id });
    await world.pass(200);
    expect(sales.of('claims').at(-1)?.claims).toHaveLength(1);
  });

  it('T1: who moves to another group comes and goes; what is transferred away is taken off the screen', async ({
    world,
  }) => {
    const sales = await world.agent('Sally', world.accounts[0], ['sales']).watches();
    const boss = await world.agent('Boss').opensInbox('open');
    const { tab } = await whoWrote(world, 'Vera', { identity: { name: 'Vera', group: 'sales' } });
    const conversation = idOf(boss, 'Vera');
    await sales.opens(conversation);
    expect(sales.shown).toEqual(['Vera has a question']);
    await world.live.conversationActions.transfer(boss.actor, conversation, { to: 'group', group: 'support' as never });
    await settle();
    expect(sales.of('conversation-followed').at(-1)?.found).toBeNull();
    await tab.writes('Nobody of sales reads this');
    expect(sales.of('entry')).toEqual([]);

    expect(sales.names).toEqual(['Vera']);
    await tab.says({ type: 'identify', identity: { group: 'support' } });
    await world.pass(200);
    expect(sales.names).toEqual([]);
    await tab.says({ type: 'identify', identity: { group: 'sales' } });
    await world.pass(200);
    expect(sales.names).toEqual(['Vera']);
  });
});

it('T1: who is handed a conversation sees whom it is with, and no row of other groups', async ({ world }) => {
  const boss = await world.agent('Boss').opensInbox('open');
  const sally = await world.agent('Sally', world.accounts[0], ['sales']).watches();
  const sam = await world.agent('Sam', world.accounts[0], ['shipping']).watches();
  const { visitor } = await whoWrote(world, 'Vera', { identity: { name: 'Vera', group: 'support' } });
  const conversation = idOf(boss, 'Vera');
  const { actions, conversationActions } = world.live;
  const isSeenBy = ({ actor }: WorldAgent) =>
    actions.details(actor, visitor.id).then(
      ({ profile }) => profile.name === 'Vera',
      () => false,
    );
  const everyone = () => Promise.all([boss, sally, sam].map(isSeenBy));
  expect(await everyone()).toEqual([true, false, false]);
  await conversationActions.assign(boss.actor, conversation, sam.actor.agent);
  expect(await everyone()).toEqual([true, false, true]);
  await conversationActions.transfer(boss.actor, conversation, { to: 'group', group: 'sales' as never });
  expect(await everyone()).toEqual([true, true, false]);
  await visitor.leaves();
  await conversationActions.resolve(boss.actor, conversation);
  await world.pass(60_000);
  expect(await everyone()).toEqual([true, true, false]);
  expect([sally.names, sam.names]).toEqual([[], []]);
});

it('T1: whose groups or role changed is told to come again, and nobody else', async ({ world }) => {
  const sally = await world.agent('Sally', world.accounts[0], ['sales']).watches();
  const anna = await world.agent('Anna').watches();
  world.team.regroups(sally.actor, ['support']);
  await world.pass(200);
  expect(sally.socket.ended?.code).toBe(4009);
  expect(anna.socket.ended).toBeNull();
});

it('T1: a ticket kept from before the groups were changed opens nothing', async ({ world }) => {
  const sally = world.agent('Sally', world.accounts[0], ['sales', 'support']);
  await world.pass(200);
  world.team.regroups(sally.actor, ['support']);
  await world.pass(200);
  const later = world.screenOf(sally.actor);
  await world.pass(200);
  expect(later.socket.ended?.code).toBe(4009);
  expect(later.frames).toEqual([]);
});

it('C2: what a leaver was on is new again', async ({ world }) => {
  const anna = await world.agent('Anna').opensInbox('new');
  const ben = await world.agent('Ben').opensInbox('mine');
  await whoWrote(world, 'Vera');
  await world.live.conversationActions.join(ben.actor, idOf(anna, 'Vera'));
  await world.pass(200);
  expect(names(anna)).toEqual([]);
  await world.live.conversationActions.release(anna.actor, ben.actor.agent);
  await world.pass(200);
  expect(names(anna)).toEqual(['Vera']);
});
