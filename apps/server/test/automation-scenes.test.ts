import { CONTACT_BUDGET } from '@vetrina/domain/automation/contact-budget';
import type { Preset } from '@vetrina/protocol/automation/rule';
import type { Account } from '@vetrina/protocol/http/account';
import { settle } from '@vetrina/testkit/fake-clock';
import { describe, expect } from 'vitest';
import { aDraft, aPreset, on } from './rule-samples.ts';
import { World } from './world.ts';
import { talk as it } from './world-scene.ts';
import type { WorldTab, WorldVisitor } from './world-visitor.ts';

const HELLO = aDraft('Hello');
const { apart, day } = CONTACT_BUDGET;

const textOf = (tab: WorldTab) => tab.message?.texts.join() ?? null;
const heldUntil = (tab: WorldTab) => tab.of('rule-held').at(-1)?.until;

describe('which rules a page gets', () => {
  it('A2: those that can still fire for its visitor, without what is decided already', async ({ world }) => {
    const italians = aDraft('Italians', {
      logic: {
        ...on({ on: 'time-on-page', seconds: 20 }),
        who: { match: 'all', list: [{ about: 'country', test: 'is', values: ['IT'] }] },
      },
    });
    const strangers = aDraft('Strangers', {
      logic: { who: { match: 'all', list: [{ about: 'customer', is: false }] } },
    });
    const rule = await world.automates(italians);
    await world.automates(strangers);
    const vera = await world.visitor('Vera').opens('/');
    expect(vera.rules).toEqual([rule]);
    expect(vera.of('rules')[0]?.rules[0]?.logic.who.list).toEqual([]);
    const abroad = await world.visitor('Ute', { peer: { ip: '198.51.100.1' } }).opens('/');
    expect(abroad.of('rules')).toEqual([]);
  });

  it('A2: they follow who the visitor turns out to be', async ({ world }) => {
    const rule = await world.automates(
      aDraft('Gold', {
        logic: { who: { match: 'all', list: [{ about: 'variable', name: 'plan', test: 'is', value: 'gold' }] } },
      }),
    );
    const vera = await world.visitor('Vera').opens('/');
    expect(vera.rules).toEqual([]);
    await vera.says({ type: 'identify', identity: { variables: { plan: 'Gold' } } });
    expect(vera.rules).toEqual([rule]);
  });

  it('A2: switched on, edited, put in another order or off: open pages hear within a second', async ({ world }) => {
    const vera = await world.visitor('Vera').opens('/');
    const [first, second] = [await world.automates(HELLO), await world.automates(aDraft('Second'))];
    expect(vera.rules).toEqual([first, second]);
    const owner = world.actor('Owner');
    await world.live.automationActions.orderRules(owner, [second, first]);
    await world.pass(300);
    expect(vera.rules).toEqual([second, first]);
    await world.live.automationActions.switchRule(owner, second, { isOn: false });
    await world.live.automationActions.removeRule(owner, first);
    await world.pass(300);
    expect(vera.rules).toEqual([]);
  });

  it('P: an account without the feature has no rules on its pages', async ({ world }) => {
    await world.automates(HELLO);
    const vera = await world.visitor('Vera').opens('/');
    expect(vera.rules).toHaveLength(1);
    world.team.changesSettings((world.accounts[0] as Account).id, { plan: 'FREE' });
    await world.pass(300);
    expect(vera.rules).toEqual([]);
  });
});

describe('what becomes of a moment', () => {
  it('A8: a greeting begins no conversation; the answer does, with the greeting before it', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    await anna.opensInbox('new');
    const rule = await world.automates(aPreset('first-visit', 'Ciao {name|there}!'));
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    const other = await vera.opens('/other');
    await world.pass(30_000);
    await tab.due(rule);
    expect([textOf(tab), textOf(other)]).toEqual(['Ciao Vera!', 'Ciao Vera!']);
    await world.pass(300);
    expect(anna.inbox?.conversations).toEqual([]);
    expect(anna.row('Vera')).toMatchObject({ autoMessaged: false, chats: 0 });

    await tab.says({ type: 'automatic-message-seen', id: tab.message?.id });
    await world.pass(300);
    expect(anna.row('Vera')).toMatchObject({ autoMessaged: true, status: 'active' });

    await tab.writes('Yes, please.');
    await world.pass(300);
    expect(tab.shown).toEqual(['Ciao Vera!', 'Yes, please.']);
    expect(tab.message).toBeNull();
    expect(anna.inbox?.conversations).toMatchObject([{ startedBy: 'automation', state: 'new', unread: 1 }]);
    expect(anna.row('Vera')).toMatchObject({ status: 'new-chat', chats: 1 });
    const entries = tab.of('chat-entry').map(({ entry }) => entry);
    expect(entries[0]).toMatchObject({ author: { who: 'automation', name: 'Shop 1', photo: null } });
    expect(entries[0]?.at).toBeLessThan(entries[1]?.at as number);
  });

  it('A8: an agent who writes first goes on from the greeting', async ({ world }) => {
    const anna = world.agent('Anna');
    const tab = await greeted(world);
    await anna.writes({ visitor: visitorOf(tab).id }, 'Can I help?');
    await world.pass(300);
    expect(tab.shown).toEqual(['Hello!', 'joined', 'Can I help?']);
    expect(tab.message).toBeNull();
  });

  it('A8: after a restart of the server the greeting still waits, and is not written again', async ({
    world,
    database,
  }) => {
    const rule = await world.automates(HELLO);
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.due(rule);
    const { accounts, team, clock } = world;
    const restarted = await World.open({ database, accounts, team, clock });
    const back = await vera.movesTo(restarted).opens('/', { tab: tab.id, again: true });
    expect(textOf(back)).toBe('Hello!');
    expect(back.rules).toEqual([]);
    await back.writes('Hi');
    expect(back.shown).toEqual(['Hello!', 'Hi']);
    await restarted.close();
  });

  it('A8: a rating of what was before is no answer to a greeting', async ({ world }) => {
    const anna = world.agent('Anna');
    const rule = await world.automates(HELLO);
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes('Is it in stock?');
    await world.pass(300);
    const conversation = tab.of('said')[0]?.conversation as never;
    await world.live.conversationActions.resolve(anna.actor, conversation);
    await world.pass(300);
    await tab.due(rule);
    await tab.says({ type: 'rate', id: 'rating'.padEnd(22, '0'), value: 5, comment: '' });
    expect(textOf(tab)).toBe('Hello!');
    await tab.writes('Hi');
    await world.pass(300);
    expect(tab.shown.slice(-3)).toEqual(['Hello!', 'reopened', 'Hi']);
  });

  it('A2: of many reports by many tabs one becomes a message', async ({ world }) => {
    const rule = await world.automates(HELLO);
    const vera = world.visitor('Vera');
    const tabs = [await vera.opens('/1'), await vera.opens('/2'), await vera.opens('/3')];
    for (const tab of tabs) for (let nth = 0; nth < 3; nth += 1) void tab.due(rule);
    await settle();
    await world.pass(300);
    const results = await world.live.automationActions.results(world.actor('Owner'));
    expect(results.rules).toMatchObject([{ rule, sent: 1 }]);
    expect(new Set(tabs.map((tab) => tab.message?.id)).size).toBe(1);
  });

  it('A2: what is not true is not believed: too early, elsewhere, somebody else', async ({ world }) => {
    const later = await world.automates(aDraft('Later', { logic: on({ on: 'time-on-site', seconds: 60 }) }));
    const abroad = await world.automates(
      aDraft('Abroad', { logic: { who: { match: 'all', list: [{ about: 'country', test: 'is', values: ['DE'] }] } } }),
    );
    const cart = await world.automates(
      aDraft('Cart', {
        logic: { where: { match: 'all', list: [{ about: 'address', test: 'contains', value: '/cart' }] } },
      }),
    );
    const tab = await world.visitor('Vera').opens('/');
    const opened = world.clock.now();
    await tab.due(later);
    expect(heldUntil(tab)).toBeGreaterThan(opened + 59_000);
    for (const rule of [abroad, cart]) {
      await tab.due(rule);
      expect(heldUntil(tab)).toBeNull();
    }
    await tab.due(later, 'page9999' as never);
    expect(heldUntil(tab)).toBeLessThan(world.clock.now() + 5_000);
    expect(tab.message).toBeNull();
  });

  it('A2: a page that never stops asking is not answered with questions to the database', async ({ world }) => {
    const rule = await world.automates(aDraft('Later', { logic: on({ on: 'event', name: 'x' }), repeat: 'page' }));
    const tab = await world.visitor('Vera').opens('/');
    for (let nth = 0; nth < 60; nth += 1) await tab.due(rule);
    expect(tab.of('automatic-message')).toHaveLength(1);
    expect(tab.of('rule-held').filter(({ until }) => until === null).length).toBeLessThan(45);
  });

  it('A8: what happened before is not noted again, however often a page says so', async ({ world, database }) => {
    const { seen, dismissed } = database.automation;
    const asked: string[] = [];
    Object.assign(database.automation, {
      seen(...what: Parameters<typeof seen>) {
        asked.push('seen');
        return seen(...what);
      },
      dismissed(...what: Parameters<typeof dismissed>) {
        asked.push('dismissed');
        return dismissed(...what);
      },
    });
    const tab = await greeted(world);
    const { id } = tab.message ?? {};
    for (let nth = 0; nth < 20; nth += 1) await tab.says({ type: 'automatic-message-seen', id });
    for (let nth = 0; nth < 20; nth += 1) await tab.says({ type: 'automatic-message-closed', id });
    expect(asked).toEqual(['seen', 'dismissed']);
  });
});

describe('the presets', () => {
  /** Who they are about, what they do before it counts, and after how many ms it writes. */
  const PRESETS: readonly (readonly [Preset, Partial<{ back: true; writes: true; team: true }>, number])[] = [
    ['first-visit', { team: true }, 30_000],
    ['returning', { team: true, back: true }, 30_000],
    ['busy', { team: true, writes: true }, 45_000],
    ['offline', { writes: true }, 1_000],
    ['news', {}, 60_000],
    ['first-order', {}, 120_000],
  ];

  it.for(PRESETS)(
    'A1: %s writes at its time, and not before',
    async ([preset, { back, writes, team }, after], { world }) => {
      if (team) await world.agent('Anna').watches();
      const rule = await world.automates(aPreset(preset));
      const visitor = world.visitor('somebody', { identity: {} });
      if (back) {
        await visitor.opens('/');
        await visitor.leaves();
        await world.pass(60_000);
      }
      const tab = await visitor.opens('/');
      if (writes) await tab.writes('Hello?');
      const told = () => [...tab.shown, textOf(tab)].includes(`Text of ${preset}`);
      expect(tab.rules).toEqual([rule]);
      await world.pass(after - 500);
      await tab.due(rule);
      expect(told()).toBe(false);
      await world.pass(500);
      await tab.due(rule);
      await world.pass(300);
      expect(told()).toBe(true);
    },
  );

  it('A1: they are about whom they say', async ({ world }) => {
    for (const preset of ['returning', 'first-visit', 'first-order'] as const) await world.automates(aPreset(preset));
    await world.agent('Anna').watches();
    const customer = await world.visitor('Vera').opens('/');
    expect(customer.of('rules').at(-1)?.rules).toHaveLength(1);
  });
});

describe('the contact budget', () => {
  it('A3: dismissed once is quiet on every tab and page, for a day', async ({ world }) => {
    const [first, second] = [await world.automates(HELLO), await world.automates(aDraft('Second', { repeat: 'page' }))];
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    const other = await vera.opens('/other');
    await tab.due(first);
    await tab.says({ type: 'automatic-message-closed', id: tab.message?.id });
    expect([tab.message, other.message]).toEqual([null, null]);
    await world.pass(apart + 1_000);
    await other.shows('/another');
    await other.due(second);
    expect(other.message).toBeNull();
    expect(other.of('rules').at(-1)?.quietUntil).toBeGreaterThan(world.clock.now() + day / 2);
    const next = await vera.navigates('/next');
    expect(next.message).toBeNull();
    expect(next.of('rules').at(-1)?.quietUntil).toBeGreaterThan(world.clock.now() + day / 2);
  });

  it('A3: what an agent wrote unasked counts, and so does what a rule wrote', async ({ world }) => {
    const rule = await world.automates(aDraft('Again', { repeat: 'page' }));
    const anna = world.agent('Anna');
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await anna.writes({ visitor: vera.id }, 'Can I help?');
    await world.pass(300);
    // In a conversation with a person no rule has anything to say.
    expect(tab.rules).toEqual([]);
    await tab.due(rule);
    expect(tab.message).toBeNull();
  });

  it('A3.2: who waits is answered, whatever was written before', async ({ world }) => {
    const busy = await world.automates(aPreset('busy', 'One moment, please.'));
    const anna = world.agent('Anna');
    await anna.watches();
    const tab = await greeted(world);
    await tab.writes('Anybody there?');
    await world.pass(300);
    const { rules, waitingSince } = tab.of('rules').at(-1) ?? {};
    expect(rules).toMatchObject([{ id: busy }]);
    expect(waitingSince).not.toBeNull();
    await tab.due(busy);
    expect(heldUntil(tab)).toBeGreaterThan(world.clock.now() + 40_000);
    await world.pass(45_000);
    await tab.due(busy);
    await world.pass(300);
    expect(tab.shown.at(-1)).toBe('One moment, please.');
    expect(anna.row('greeted')).toMatchObject({ status: 'new-chat', autoMessaged: true });
    await tab.due(busy);
    expect(tab.shown.filter((text) => text === 'One moment, please.')).toHaveLength(1);
  });

  it('A3.2: an answer comes first: then nobody is told to wait', async ({ world }) => {
    const busy = await world.automates(aPreset('busy'));
    const anna = world.agent('Anna');
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.writes('Anybody there?');
    await world.pass(20_000);
    const conversation = tab.of('said')[0]?.conversation as never;
    await anna.writes({ conversation }, 'Here.');
    await world.pass(30_000);
    expect(tab.rules).toEqual([]);
    await tab.due(busy);
    expect(tab.shown).toEqual(['Anybody there?', 'joined', 'Here.']);
  });

  it('A1.7: once in each visit, once ever, and never to somebody who was answered', async ({ world }) => {
    const [visit, ever] = [
      await world.automates(HELLO),
      await world.automates(aDraft('Ever', { repeat: 'visitor', logic: on({ on: 'event', name: 'x' }) })),
    ];
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    expect(tab.rules).toEqual([visit, ever]);
    await tab.due(ever);
    expect(tab.rules).toEqual([visit]);
    await vera.leaves();
    await world.pass(60_000);
    const back = await vera.opens('/');
    expect(back.rules).toEqual([visit]);
  });
});

/** Somebody who was greeted and has not answered. */
async function greeted(world: World): Promise<WorldTab> {
  const rule = await world.automates(aDraft('Greeting'));
  const visitor = world.visitor('greeted');
  const tab = await visitor.opens('/');
  await tab.due(rule);
  await world.pass(300);
  expect(textOf(tab)).toBe('Hello!');
  people.set(tab, visitor);
  return tab;
}

const people = new WeakMap<WorldTab, WorldVisitor>();
const visitorOf = (tab: WorldTab) => people.get(tab) as WorldVisitor;
