import { CONTACT_BUDGET } from '@vetrina/domain/automation/contact-budget';
import { END, type Sketch, say } from '@vetrina/domain/chatbots/sketch';
import type { Account } from '@vetrina/protocol/http/account';
import { describe, expect } from 'vitest';
import { LEADS, ORDERS, PATIENT, PEOPLE, published, restart, started } from './bot-samples.ts';
import { on } from './rule-samples.ts';
import { talk as it } from './world-scene.ts';

describe('a chatbot, when something comes in between', () => {
  it('A7: what was said just before the server was killed is answered by the next one, once', async ({
    world,
    database,
  }) => {
    const tab = await started(world, database, LEADS);
    const { turn } = database.bots;
    Object.assign(database.bots, { turn: () => new Promise(() => undefined) });
    await tab.writes('An order');
    await world.pass(300);
    expect(tab.shown).toEqual(['Hello! What is it about?', 'An order']);
    Object.assign(database.bots, { turn });
    const restarted = await restart(world, database);
    await restarted.pass(300);
    const vera = restarted.visitor('Vera');
    Object.assign(vera, { browserKey: PEOPLE.get(tab)?.browserKey });
    const back = await vera.opens('/', { tab: tab.id, again: true });
    await back.says({ type: 'resume-chat', conversation: null, after: 0 });
    const texts = back.of('chat')[0]?.entries.map(({ body }) => (body.kind === 'text' ? body.text : body.kind));
    expect(texts).toEqual(['Hello! What is it about?', 'An order', 'Your e-mail?']);
    expect(await database.bots.waitingTalks()).toEqual([]);
    await restarted.close();
  });

  it('A7: goes on where it was after a restart, in the middle of a delay', async ({ world, database }) => {
    const tab = await started(world, database, {
      first: say('Just a second …', 'wait'),
      wait: { block: { kind: 'delay', seconds: 60 }, to: { next: 'second' } },
      second: say('… here it is.', 'end'),
      end: END,
    });
    expect(tab.message?.texts).toEqual(['Just a second …']);
    await tab.writes('I wait');
    await world.pass(20_000);
    const restarted = await restart(world, database);
    const vera = restarted.visitor('Vera');
    Object.assign(vera, { browserKey: PEOPLE.get(tab)?.browserKey });
    const back = await vera.opens('/', { tab: tab.id, again: true });
    await restarted.pass(39_000);
    expect(back.shown).toEqual([]);
    await restarted.pass(2_000);
    expect(back.shown).toEqual(['… here it is.']);
    await restarted.close();
  });

  it('A7: a webhook that was being asked when the server was killed is asked again, and answered once', async ({
    world,
    database,
  }) => {
    world.webhooks.call = () => new Promise(() => undefined);
    const tab = await started(world, database, ORDERS);
    await tab.writes('A-17');
    await world.pass(300);
    const restarted = await restart(world, database, async () => ({
      outcome: 'ok',
      answers: { status: 'on its way' },
    }));
    await restarted.pass(300);
    const vera = restarted.visitor('Vera');
    Object.assign(vera, { browserKey: PEOPLE.get(tab)?.browserKey });
    const back = await vera.opens('/', { tab: tab.id, again: true });
    await back.says({ type: 'resume-chat', conversation: null, after: 0 });
    const texts = back.of('chat')[0]?.entries.map(({ body }) => (body.kind === 'text' ? body.text : body.kind));
    expect(texts?.filter((text) => text === 'It is on its way.')).toHaveLength(1);
    await restarted.close();
  });

  it('A8.2: answers for the team from the moment on at which it takes over, though it says nothing yet', async ({
    world,
    database,
  }) => {
    const anna = await world.agent('Anna').watches();
    const { rule } = await published(world, database, PATIENT, on({ on: 'unanswered', seconds: 45 }));
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes('Anybody?');
    await world.pass(45_100);
    expect(anna.row('Vera')).toMatchObject({ status: 'new-chat' });
    await tab.due(rule);
    await world.pass(300);
    expect(anna.row('Vera')).toMatchObject({ status: 'active' });
    expect(tab.of('rules').at(-1)?.waitingSince).toBeNull();
  });

  it('T1: what one account waits for outside keeps no other waiting', async ({ world, database }) => {
    const [one, two] = world.accounts as [Account, Account];
    const called: string[] = [];
    world.webhooks.call = ({ address }) => {
      called.push(address);
      return new Promise(() => undefined);
    };
    const waits = (address: string): Sketch => ({
      ask: {
        block: { kind: 'webhook', address, facts: [], answers: [], picks: [], timeoutSeconds: 20 },
        to: { ok: 'end', failed: 'end' },
      },
      end: END,
    });
    const slow = await published(world, database, waits('https://slow.example/'));
    const { rule } = await published(world, database, waits('https://shop.example/'), undefined, two);
    for (let nth = 0; nth < 40; nth += 1) {
      const tab = await world.visitor(`V${nth}`, { account: one, peer: { ip: `198.51.100.${nth}` } }).opens('/');
      await tab.due(slow.rule);
    }
    const tab = await world.visitor('Vera', { account: two }).opens('/');
    await tab.due(rule);
    await world.pass(300);
    expect(called.length).toBeLessThan(41);
    expect(called).toContain('https://shop.example/');
  });

  it('A7.8: says nothing more once one of the team writes who was on the conversation before', async ({
    world,
    database,
  }) => {
    const anna = await world.agent('Anna').watches();
    const { rule } = await published(world, database, LEADS);
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await anna.writes({ visitor: vera.id }, 'Can I help?');
    await tab.writes('No, thank you.');
    await world.pass(300);
    const conversation = tab.of('said')[0]?.conversation as never;
    await world.live.conversationActions.resolve(anna.actor, conversation);
    await world.pass(CONTACT_BUDGET.apart);
    await tab.due(rule);
    await tab.writes('An order');
    await world.pass(300);
    expect(tab.shown.at(-1)).toBe('Your e-mail?');
    await anna.writes({ conversation }, 'I am here again.');
    await tab.writes('no idea');
    await world.pass(300);
    expect(tab.shown.slice(-2)).toEqual(['I am here again.', 'no idea']);
  });

  it('A7.8: one that has said nothing yet is silent once one of the team writes', async ({ world, database }) => {
    const anna = world.agent('Anna');
    const { rule } = await published(world, database, PATIENT);
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.due(rule);
    await anna.writes({ visitor: vera.id }, 'Can I help?');
    await world.pass(61_000);
    expect(tab.shown).toEqual(['joined', 'Can I help?']);
    expect(tab.message).toBeNull();
    expect(await database.bots.waitingTalks()).toEqual([]);
  });

  it('A8: one that has said nothing yet answers in the conversation that the visitor begins', async ({
    world,
    database,
  }) => {
    const tab = await started(world, database, PATIENT);
    await tab.writes('Hello?');
    await world.pass(61_000);
    expect(tab.shown).toEqual(['Hello?', 'Still there?']);
    expect(tab.message).toBeNull();
  });

  it('A3: one that was closed unanswered is over, and asks nobody anything any more', async ({ world, database }) => {
    const calls: unknown[] = [];
    world.webhooks.call = async (call) => {
      calls.push(call);
      return { outcome: 'ok', answers: {} };
    };
    const tab = await started(world, database, {
      hello: say('Hello!', 'wait'),
      wait: { block: { kind: 'delay', seconds: 60 }, to: { next: 'look' } },
      look: ORDERS.look as Sketch[string],
      found: END,
      lost: END,
    });
    await tab.says({ type: 'automatic-message-closed', id: tab.message?.id });
    await world.pass(61_000);
    expect(calls).toEqual([]);
    expect(await database.bots.waitingTalks()).toEqual([]);
  });

  it('C7: one whose visitor is blocked meanwhile is over, on the site or gone, and says nothing more', async ({
    world,
    database,
  }) => {
    const anna = await world.agent('Anna').watches();
    for (const name of ['Here', 'Gone']) {
      const tab = await started(world, database, PATIENT, name);
      await tab.writes('Hello?');
      const visitor = PEOPLE.get(tab);
      await anna.opens(tab.of('said')[0]?.conversation as never);
      await world.live.actions.block(anna.actor, visitor?.id as never, {});
      if (name === 'Gone') await tab.leaves();
      await world.pass(61_000);
      expect(anna.shown.at(-1)).toBe('Hello?');
      expect(await database.bots.waitingTalks()).toEqual([]);
    }
  });

  it('P: once the plan has no chatbots any more, who talks with one waits for the team', async ({
    world,
    database,
  }) => {
    const anna = await world.agent('Anna').watches();
    const tab = await started(world, database, PATIENT);
    await tab.writes('Hello?');
    expect(anna.row('Vera')).toMatchObject({ status: 'active' });
    world.team.changesSettings((world.accounts[0] as Account).id, { plan: 'FREE' });
    await world.pass(61_000);
    expect(tab.shown).toEqual(['Hello?']);
    expect(anna.row('Vera')).toMatchObject({ status: 'new-chat' });
  });

  it('A7.3: goes on when the database was away for a moment', async ({ world, database }) => {
    const tab = await started(world, database, PATIENT);
    await tab.writes('Hello?');
    const turn = database.bots.turn;
    Object.assign(database.bots, { turn: () => Promise.reject(new Error('away')) });
    await world.pass(61_000);
    Object.assign(database.bots, { turn });
    expect(world.failures).toHaveLength(1);
    world.failures.length = 0;
    await world.pass(60_000);
    expect(tab.shown).toEqual(['Hello?', 'Still there?']);
  });
});
