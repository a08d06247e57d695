import { CLOSE } from '@vetrina/protocol/close-codes';
import { describe, expect } from 'vitest';
import { it } from './world-scene.ts';

describe('T3 and V11', () => {
  it('T3: a counted visitor is a number beside the list', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const pair = world.knock(world.accounts[0]?.key ?? null);
    pair.sendToServer(JSON.stringify({ type: 'hello', protocol: 1, tab: 'tab-counted', visitor: { as: 'counted' } }));
    await world.pass(200);
    expect(marco.window).toMatchObject({ total: 0, counts: { all: 0 }, unlisted: { countedOnly: 1 } });
    pair.closeFromClient();
    await world.pass(200);
    expect(marco.window?.unlisted.countedOnly).toBe(0);
  });

  it('T3: the full address never reaches the store, a frame or the row', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const anna = world.visitor('Anna', { peer: { ip: '203.0.113.77' } });
    await anna.opens('/');
    marco.says({ type: 'follow-visitor', visitor: anna.id });
    await world.pass(500);
    expect(JSON.stringify(world.store.entries)).not.toContain('203.0.113.77');
    expect(marco.socket.received.join()).not.toContain('203.0.113.77');
    expect(marco.of('visitor-followed').at(-1)?.details?.profile.ip).toBe('203.0.113.0');
    expect(marco.row('Anna')).toMatchObject({
      country: 'IT',
      city: 'Milano',
      browser: 'Firefox 140',
      device: 'desktop',
      language: 'it-IT',
    });
  });

  it('T3: turning tracking down sends those away who are tracked', async ({ world }) => {
    const tab = await world.visitor('Anna').opens('/');
    world.team.changesSettings(world.accounts[0]?.id as never, { trackingMode: 'count-only' });
    await world.pass(10);
    expect(tab.socket.ended?.code).toBe(CLOSE.trackingOff.code);
  });

  it('V11: says when everyone here is the agent', async ({ world }) => {
    const account = world.accounts[0]?.id as never;
    expect(world.live.onlyYou(account, '203.0.113.7')).toBe(false);
    await world.visitor('Me').opens('/');
    expect(world.live.onlyYou(account, '203.0.113.7')).toBe(true);
    expect(world.live.numbers(account)).toEqual({ online: 1, countedOnly: 0, bots: 0 });
    await world.visitor('Other', { peer: { ip: '198.51.100.1' } }).opens('/');
    expect(world.live.onlyYou(account, '203.0.113.7')).toBe(false);
  });

  it('V11: the first sight of the snippet reaches open screens', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    await world.visitor('Anna').opens('/');
    expect(marco.of('snippet-seen')).toHaveLength(1);
  });
});
