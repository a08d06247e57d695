import { CLOSE } from '@vetrina/protocol/close-codes';
import type { VisitorId } from '@vetrina/protocol/ids';
import { describe, expect } from 'vitest';
import { Refusal } from '../src/platform/refusal.ts';
import { World } from './world.ts';
import { anAccount } from './world-samples.ts';
import { it } from './world-scene.ts';

const MINUTE = 60_000;

describe('V2: status and order', () => {
  it('V2: active becomes inactive after ten minutes by time alone, and activity brings it back', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const anna = world.visitor('Anna');
    const tab = await anna.opens('/');
    await world.pass(5 * MINUTE);
    await world.visitor('Bert').opens('/');
    await world.pass(5 * MINUTE - 2_000);
    expect(marco.names).toEqual(['Bert', 'Anna']);
    expect(marco.row('Anna')?.status).toBe('active');
    await world.pass(3_000);
    expect(marco.row('Anna')?.status).toBe('inactive');
    expect(marco.window?.counts).toMatchObject({ all: 2, active: 1 });
    await tab.acts();
    await world.pass(100);
    expect(marco.row('Anna')?.status).toBe('active');
    expect(marco.window?.counts.active).toBe(2);
  });

  it('V2: any column sorts, and the order holds as rows change', async ({ world }) => {
    const marco = await world.agent('Marco').watches({ sort: { column: 'visitor', direction: 'ascending' } });
    for (const name of ['Carla', 'Anna', 'Bert']) await world.visitor(name).opens('/');
    await world.pass(100);
    expect(marco.names).toEqual(['Anna', 'Bert', 'Carla']);
    await marco.watches({ watch: 2, sort: { column: 'online', direction: 'descending' } });
    expect(marco.names).toEqual(['Carla', 'Anna', 'Bert']);
  });
});

describe('V4 and V5: filters, counts, search', () => {
  it('V4: counts are exact over everyone, whatever is shown', async ({ world }) => {
    const marco = await world.agent('Marco').watches({ filter: 'customers', limit: 1 });
    for (let nth = 0; nth < 5; nth += 1) await world.visitor('', { identity: {} }).opens('/');
    for (const name of ['Anna', 'Bert']) await world.visitor(name).opens('/');
    await world.pass(100);
    expect(marco.rows).toHaveLength(1);
    expect(marco.window).toMatchObject({
      total: 2,
      counts: { all: 7, active: 7, customers: 2, 'in-chat': 0, blocked: 0 },
    });
  });

  it('V5: searches everyone, fields and words, combined with a filter, and stays live', async ({ world }) => {
    const anna = world.visitor('Anna Müller');
    await anna.opens('/cart');
    await world.visitor('Bert').opens('/cart');
    const marco = await world.agent('Marco').watches({ query: 'page:/cart muller' });
    expect(marco.names).toEqual(['Anna Müller']);
    await anna.tab.shows('/checkout');
    await world.pass(100);
    expect(marco.names).toEqual([]);
    expect(marco.window?.counts.all).toBe(2);
    await anna.tab.shows('/cart');
    await world.pass(100);
    expect(marco.names).toEqual(['Anna Müller']);
  });

  it('V5: a search about time comes true by time alone', async ({ world }) => {
    await world.visitor('Anna').opens('/');
    const marco = await world.agent('Marco').watches({ query: 'online:>1m' });
    expect(marco.names).toEqual([]);
    await world.pass(MINUTE + 10_000);
    expect(marco.names).toEqual(['Anna']);
    await world.visitor('Bert').opens('/');
    await world.pass(30_000);
    expect(marco.names).toEqual(['Anna']);
  });

  it('I1: identifying in the page changes the row and makes a customer', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const tab = await world.visitor('', { identity: {} }).opens('/');
    await world.pass(100);
    expect(marco.rows[0]).toMatchObject({ name: null, customer: false, number: 1 });
    await tab.says({ type: 'identify', identity: { name: 'Anna', variables: { basket: 12.5 } } });
    await world.pass(100);
    expect(marco.rows[0]).toMatchObject({ name: 'Anna', customer: true, variables: { basket: '12.5' } });
    expect(marco.window?.counts.customers).toBe(1);
  });
});

describe('V7: details and what agents do', () => {
  it('V7: an open panel follows the visitor live, changes told together', async ({ world }) => {
    const anna = world.visitor('Anna');
    const tab = await anna.opens('/');
    const marco = await world.agent('Marco').watches();
    marco.says({ type: 'follow-visitor', visitor: anna.id });
    await world.pass(10);
    expect(
      marco
        .of('visitor-followed')
        .at(-1)
        ?.details?.trail.map(({ url }) => url),
    ).toEqual(['https://shop.example/']);
    for (const path of ['/a', '/b', '/c']) await tab.shows(path);
    await world.pass(300);
    const told = marco.of('visitor-followed');
    expect(told).toHaveLength(2);
    expect(told[1]?.details?.trail).toHaveLength(4);
    expect(told[1]?.details).toMatchObject({
      row: { page: { url: 'https://shop.example/c' } },
      profile: { name: 'Anna', ipIsMasked: true },
    });
    marco.says({ type: 'follow-visitor', visitor: null });
    await tab.shows('/d');
    await world.pass(1_000);
    expect(marco.of('visitor-followed')).toHaveLength(2);
  });

  it('V7: a visitor of another account is answered exactly as one that does not exist', async ({ world }) => {
    const anna = world.visitor('Anna', { account: world.accounts[1] as (typeof world.accounts)[0] });
    await anna.opens('/');
    const marco = await world.agent('Marco').watches();
    const nobody = `vi${'x'.repeat(22)}` as VisitorId;
    for (const visitor of [anna.id, nobody]) {
      marco.says({ type: 'follow-visitor', visitor });
      await world.pass(10);
      expect(marco.of('visitor-followed').at(-1)).toEqual({ type: 'visitor-followed', visitor, details: null });
      await expect(world.live.actions.details(marco.actor, visitor)).rejects.toMatchObject({ code: 'not_found' });
      await expect(world.live.actions.block(marco.actor, visitor, {})).rejects.toMatchObject({ code: 'not_found' });
      await expect(world.live.actions.edit(marco.actor, visitor, { name: 'x' })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  it('V7: an edit shows at once on every screen', async ({ world }) => {
    const anna = world.visitor('Anna');
    await anna.opens('/');
    const marco = await world.agent('Marco').watches();
    const details = await world.live.actions.edit(marco.actor, anna.id, { name: 'Anna Rossi', note: 'Likes red.' });
    await world.pass(100);
    expect(details.profile).toMatchObject({ name: 'Anna Rossi', note: 'Likes red.' });
    expect(marco.names).toEqual(['Anna Rossi']);
  });

  it('C7: blocking for a time shows under Blocked and ends by itself', async ({ world }) => {
    const anna = world.visitor('Anna');
    await anna.opens('/');
    const marco = await world.agent('Marco').watches({ filter: 'blocked' });
    await world.live.actions.block(marco.actor, anna.id, { forMinutes: 2 });
    await world.pass(100);
    expect(marco.names).toEqual(['Anna']);
    expect(marco.window?.counts.blocked).toBe(1);
    await world.pass(2 * MINUTE + 500);
    expect(marco.names).toEqual([]);
    expect(marco.window?.counts.blocked).toBe(0);
  });

  it('C7: an IP pattern blocks those who are here and those who come, until it is removed', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    await world.visitor('Anna', { peer: { ip: '198.51.100.4' } }).opens('/');
    const block = await world.live.actions.addIpBlock(marco.actor, { pattern: '198.51.100.*' });
    await world.visitor('Bert', { peer: { ip: '198.51.100.9' } }).opens('/');
    await world.visitor('Carla').opens('/');
    await world.pass(100);
    expect(
      marco.rows
        .filter((row) => row.blocked)
        .map((row) => row.name)
        .sort(),
    ).toEqual(['Anna', 'Bert']);
    await world.live.actions.removeIpBlock(marco.actor, block.id);
    await world.pass(100);
    expect(marco.window?.counts.blocked).toBe(0);
    await expect(world.live.actions.addIpBlock(marco.actor, { pattern: '*' })).rejects.toMatchObject({
      code: 'bad_request',
    });
  });

  it('P: blocking on FREE is refused with the plan that has it', async () => {
    await using free = await World.open({ accounts: [anAccount(1, { plan: 'FREE' })] });
    const anna = free.visitor('Anna');
    await anna.opens('/');
    const actor = free.actor('Marco');
    const refused = await free.live.actions.block(actor, anna.id, {}).catch((reason: unknown) => reason);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'plan_required', plan: 'STANDARD' });
  });
});

describe('V10: feeds', () => {
  it('V10: a screen in the background is told once a second, one in front ten times', async ({ world }) => {
    const front = await world.agent('Front').watches();
    const back = await world.agent('Back').watches({ pace: 'background' });
    const tab = await world.visitor('Anna').opens('/');
    await world.pass(2_000);
    const [before, beforeBack] = [front.patches, back.patches];
    for (let nth = 0; nth < 20; nth += 1) {
      await tab.shows(`/${nth}`);
      await world.pass(100);
    }
    expect(front.patches - before).toBeGreaterThanOrEqual(19);
    expect(back.patches - beforeBack).toBeLessThanOrEqual(3);
    await world.pass(1_000);
    expect(back.row('Anna')?.page.url).toBe(front.row('Anna')?.page.url);
    expect(front.of('patch').every((patch) => patch.waited <= 100)).toBe(true);
  });

  it('V10: nothing changed is nothing sent', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    await world.visitor('Anna').opens('/');
    await world.pass(1_000);
    const before = marco.patches;
    await world.pass(20_000);
    expect(marco.patches).toBe(before);
  });

  it('V10: a slow reader gets one fresh window when it reads again, and is closed after 10 s', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const tab = await world.visitor('Anna').opens('/');
    await world.pass(500);
    marco.socket.hold();
    // Something large in flight: the socket is stuck from the first look on.
    marco.socket.server.send(JSON.stringify({ type: 'problem', code: 'internal', about: 'x'.repeat(70_000) }));
    for (let nth = 0; nth < 25; nth += 1) {
      await tab.shows(`/${nth}`);
      await world.pass(200);
    }
    const before = marco.of('window').length;
    marco.socket.flush();
    await world.pass(200);
    expect(marco.of('window').length).toBe(before + 1);
    expect(marco.gaps).toBe(0);
    expect(marco.row('Anna')?.page.url).toBe('https://shop.example/24');

    marco.socket.hold();
    marco.socket.server.send(JSON.stringify({ type: 'problem', code: 'internal', about: 'x'.repeat(70_000) }));
    await world.pass(10_200);
    expect(world.count('sockets_closed', 'slowReader')).toBe(1);
    expect(world.live.agentGateway.size).toBe(0);
    marco.socket.flush();
    expect(marco.socket.ended?.code).toBe(CLOSE.slowReader.code);
  });

  it('V10: screens that look at the same get the same patch, made once', async ({ world }) => {
    const one = await world.agent('One').watches();
    const two = await world.agent('Two').watches();
    await world.visitor('Anna').opens('/');
    await world.pass(100);
    expect(one.of('patch')).toEqual(two.of('patch'));
    expect(one.rows[0]).toEqual(two.rows[0]);
  });

  it('V10: scrolling answers at once and moves only the window', async ({ world }) => {
    for (let nth = 0; nth < 30; nth += 1) await world.visitor(`V${String(nth).padStart(2, '0')}`).opens('/');
    const marco = await world
      .agent('Marco')
      .watches({ limit: 10, sort: { column: 'visitor', direction: 'ascending' } });
    marco.says({ type: 'scroll', watch: 1, offset: 15, limit: 10 });
    expect(marco.window?.offset).toBe(15);
    expect(marco.names[0]).toBe('V15');
    marco.says({ type: 'scroll', watch: 7, offset: 0, limit: 10 });
    expect(marco.frames.at(-1)).toEqual({ type: 'problem', code: 'watch_unknown', about: 'scroll' });
    expect(marco.gaps).toBe(0);
  });
});

describe('drain', () => {
  it('drain: everyone is told to come back, visits stay open', async ({ world }) => {
    const anna = world.visitor('Anna');
    const tab = await anna.opens('/');
    const marco = await world.agent('Marco').watches();
    const drained = world.live.drain(500);
    await world.pass(1_000);
    await drained;
    expect(tab.socket.ended?.code).toBe(CLOSE.draining.code);
    expect(marco.socket.ended?.code).toBe(CLOSE.draining.code);
    expect(world.store.visitsOf(marco.actor.account, anna.id)[0]?.endedAt).toBeNull();
  });
});
