import { pushService } from '@vetrina/testkit/push-service';
import type { SocketPair } from '@vetrina/testkit/socket-pair';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PushCast } from './push-world.ts';
import { idText } from './world-samples.ts';

const MINUTE = 60_000;

let service: Awaited<ReturnType<typeof pushService>>;
let house: PushCast;
beforeAll(async () => {
  service = await pushService();
  house = await PushCast.gather(service);
});
afterEach(async () => {
  service.becomes({ status: 201 });
  await house.isAsBefore();
});
afterAll(async () => {
  await house[Symbol.asyncDispose]();
  await service[Symbol.asyncDispose]();
});

/** A visitor's page says something. */
async function writes(page: SocketPair, text: string): Promise<void> {
  const id = idText('', 5_000 + house.cast.next());
  await house.cast.says(page, { type: 'say', id, saying: { kind: 'text', text } });
}

const anna = () => house.cast.sockets.get('visitor') as SocketPair;
const looksAt = async (screen: SocketPair, attends = true) => house.cast.says(screen, { type: 'attention', attends });

describe('what a phone hears', () => {
  it('C8.20: a new conversation reaches the phones of everybody who may see it, signed, encrypted, for this conversation', async () => {
    const phone = await house.phone('owner');
    const dora = await house.cast.visits('Dora', { group: 'sales' });
    await writes(dora, 'Is it waterproof? 🌧️');
    const [shown] = await house.hears(phone, 1);
    expect(shown).toMatchObject({
      ...{ title: 'New conversation with Dora', body: 'Is it waterproof? 🌧️', language: 'en' },
      target: { to: 'conversation', conversation: shown?.tag },
    });
    const [push] = phone.received;
    const key = await house.cast.must('owner', 'pushKey');
    expect(push).toMatchObject({ signed: true, senderKey: key.key });
    expect(push?.claims).toMatchObject({ aud: service.origin, sub: 'http://127.0.0.1:4000' });
    expect(push?.claims.exp).toBe(Math.floor(house.cast.world.clock.now() / 1_000) + 12 * 3_600);
    expect(push?.headers).toMatchObject({ ttl: String(12 * 3_600), urgency: 'high', 'content-encoding': 'aes128gcm' });
    expect(push?.headers.topic).toMatch(/^[A-Za-z0-9_-]{32}$/);
  });

  it('C8.20: another message reaches whoever is on the conversation, under the same topic; an assignment whom it was given to', async () => {
    const owner = await house.phone('owner');
    const agent = await house.phone('agent');
    const { conversation } = house.cast;
    await house.cast.must('owner', 'assignConversation', {
      params: { conversation },
      body: { agent: house.cast.agents.get('agent') },
    });
    expect((await house.hears(agent, 1))[0]?.title).toBe('Anna was assigned to you');
    (await house.cast.screen('agent')).closeFromClient();
    await writes(anna(), 'And in blue?');
    await writes(anna(), 'Or in green?');
    const shown = await house.hears(agent, 3);
    expect(shown.slice(1).map(({ title, body, tag }) => [title, body, tag])).toEqual([
      ['Anna', 'And in blue?', conversation],
      ['Anna', 'Or in green?', conversation],
    ]);
    expect(new Set(agent.received.map(({ headers }) => headers.topic)).size).toBe(1);
    await house.settles();
    expect(owner.received).toEqual([]);
  });

  it('C8.20: all devices of an agent hear it, and nobody of another group or account', async () => {
    const [pocket, desk] = [await house.phone('owner'), await house.phone('owner')];
    const others = [await house.phone('agent of another group'), await house.phone('owner of another account')];
    await writes(await house.cast.visits('Dora', { group: 'sales' }), 'Hello');
    await house.hears(pocket, 1);
    await house.hears(desk, 1);
    await house.settles();
    expect(others.flatMap(({ received }) => received)).toEqual([]);
  });

  it('C8.21: is worded in the language that the agent chose, or that of the device', async () => {
    await house.wishes('admin', {}, { language: 'it' });
    const phones = [
      await house.phone('admin', { language: 'de' }),
      await house.phone('owner', { language: 'de-AT' }),
      await house.phone('agent', { language: 'xx' }),
    ];
    await writes(await house.cast.visits('Dora', { group: 'sales' }), 'Ciao');
    const titles = await Promise.all(phones.map(async (phone) => (await house.hears(phone, 1))[0]?.title));
    expect(titles).toEqual(['Nuova conversazione con Dora', 'Neues Gespräch mit Dora', 'New conversation with Dora']);
  });

  it('C8.21: a long message is cut between letters, so that every push service takes it', async () => {
    const phone = await house.phone('owner');
    const family = '👨‍👩‍👧‍👦';
    await writes(await house.cast.visits('D'.repeat(255), { group: 'sales' }), family.repeat(140));
    const [shown] = await house.hears(phone, 1);
    expect(shown?.body.replaceAll(family, '').length).toBeLessThanOrEqual(1);
    expect(phone.received[0]?.bytes).toBeLessThan(3_000);
  });
});

describe('when a phone stays silent', () => {
  it('C8.22: while one of the agent’s screens is looked at, and not any more once it is not', async () => {
    const phone = await house.phone('owner');
    const screen = await house.cast.screen('owner');
    const dora = await house.cast.visits('Dora', { group: 'sales' });
    await looksAt(screen);
    await writes(dora, 'Hello?');
    await house.settles();
    expect(phone.received).toEqual([]);
    await looksAt(screen, false);
    await writes(dora, 'Still there?');
    expect((await house.hears(phone, 1))[0]?.body).toBe('Still there?');
    await looksAt(screen);
    screen.closeFromClient();
    await writes(dora, 'Anybody?');
    await house.hears(phone, 2);
  });

  it('C8.22: what is muted is not sent, each kind by itself', async () => {
    const phone = await house.phone('owner');
    await house.wishes('owner', { push: { newConversation: false, newMessage: true, newVisitor: false } });
    const dora = await house.cast.visits('Dora', { group: 'sales' });
    await writes(dora, 'Not this');
    await house.settles();
    await writes(dora, 'But this');
    expect((await house.hears(phone, 1))[0]?.body).toBe('But this');
  });

  it('C8.22: whoever chose to be offline hears nothing, unless they want to then too', async () => {
    const phone = await house.phone('owner');
    const dora = await house.cast.visits('Dora', { group: 'sales' });
    await house.cast.must('owner', 'saveMyStatus', { body: { status: 'offline' } });
    await writes(dora, 'One');
    await house.settles();
    expect(phone.received).toEqual([]);
    await house.wishes('owner', { whenOffline: true });
    await writes(dora, 'Two');
    await house.hears(phone, 1);
  });
});

describe('new visitors', () => {
  const wanting = { push: { newConversation: true, newMessage: true, newVisitor: true } };

  it('C8.23: are told together, at most once a minute, and only those the agent may see', async () => {
    await house.pass(2 * MINUTE);
    const [owner, sales] = [await house.phone('owner'), await house.phone('agent')];
    const quiet = await house.phone('admin');
    await house.wishes('owner', wanting);
    await house.wishes('agent', wanting);
    const names = async (name: string, group: string) => (await house.cast.visits(name, { group })) && undefined;
    await names('Dora', 'sales');
    await house.pass(3_000);
    const [first] = await house.hears(owner, 1);
    expect(first).toMatchObject({ title: 'Dora', body: 'On your site now', unread: null, target: { to: 'visitor' } });
    await house.hears(sales, 1);
    await names('Emil', 'support');
    await names('Frieda', 'sales');
    await names('Gino', 'support');
    await house.pass(MINUTE - 5_000);
    await house.settles();
    expect(owner.received).toHaveLength(1);
    await house.pass(5_000);
    expect((await house.hears(owner, 2))[1]).toMatchObject({ title: '3 new visitors', target: { to: 'visitors' } });
    expect((await house.hears(sales, 2))[1]).toMatchObject({ title: 'Frieda' });
    expect(owner.received[1]?.headers).toMatchObject({ ttl: '300', urgency: 'normal' });
    await house.pass(3 * MINUTE);
    await house.settles();
    expect([owner.received.length, quiet.received]).toEqual([2, []]);
  });
});

describe('push services that do not take it', () => {
  it('C8.24: a device that is gone is forgotten', async () => {
    const phone = await house.phone('owner');
    service.forgets(phone);
    await writes(anna(), 'Hello?');
    await house.counts('gone', 1);
    expect(await house.cast.must('owner', 'pushDevices')).toEqual([]);
  });

  it('C8.24: a busy one is asked again, and not before it said', async () => {
    const phone = await house.phone('owner');
    service.becomes({ status: 429, headers: { 'retry-after': '90' } });
    await writes(anna(), 'Hello?');
    await house.counts('busy', 1);
    service.becomes({ status: 201 });
    await house.pass(88_000);
    expect(phone.received).toEqual([]);
    await house.pass(3_000);
    await house.hears(phone, 1);
  });

  it('C8.24: what is refused for good is given up, and counted', async () => {
    await house.phone('owner');
    service.becomes({ status: 400 });
    await writes(anna(), 'Hello?');
    await house.counts('refused', 1);
    const tries = service.tries();
    await house.pass(2 * MINUTE);
    expect(service.tries()).toBe(tries);
    expect(await house.cast.must('owner', 'pushDevices')).toHaveLength(1);
  });
});

describe('whose a device is', () => {
  it('C8.25: the same browser again is the same device; its list names it, and no address', async () => {
    const phone = await house.phone('owner');
    await house.pass(MINUTE);
    const again = await house.subscribes('owner', phone);
    expect(again).toEqual({ ...phone.device, usedAt: phone.device.usedAt + MINUTE });
    expect(again).toMatchObject({ browser: 'Chrome 142', os: 'Android 16' });
    const listed = await house.cast.ask('owner', 'pushDevices');
    expect(listed.json()).toEqual([again]);
    expect(listed.text).not.toContain(phone.endpoint);
  });

  it('C8.25: a browser in which somebody else signs in is theirs, and hears nothing of the one before', async () => {
    const phone = await house.phone('owner');
    service.becomes({ status: 503 });
    await writes(anna(), 'For the owner');
    await house.counts('busy', 2);
    service.becomes({ status: 201 });
    await house.subscribes('owner of another account', phone);
    expect(await house.cast.must('owner', 'pushDevices')).toEqual([]);
    await house.pass(MINUTE);
    await house.counts('dropped', 1);
    expect(phone.received).toEqual([]);
  });

  it('C8.25: a test goes to the one device, whoever looks at what', async () => {
    const [phone, other] = [await house.phone('owner'), await house.phone('owner')];
    await looksAt(await house.cast.screen('owner'));
    await house.cast.must('owner', 'testPushDevice', { params: { device: phone.device.id } });
    const [shown] = await house.hears(phone, 1);
    expect(shown).toMatchObject({ title: 'Notifications arrive here', target: { to: 'notification-settings' } });
    await house.settles();
    expect(other.received).toEqual([]);
    await house.cast.must('owner', 'removePushDevice', { params: { device: phone.device.id } });
    expect(await house.cast.must('owner', 'pushDevices')).toEqual([other.device]);
  });

  it('C8.25: ends with the session: signing out, a new password, deactivation', async () => {
    await house.phone('owner');
    await house.phone('agent');
    const signedIn = await house.cast.signsInAgain('owner');
    await house.subscribes('owner', service.subscribes());
    expect(await house.cast.must('owner', 'pushDevices')).toHaveLength(2);
    await house.cast.world.ask('DELETE', '/api/v1/session', { cookie: signedIn, body: {} });
    await house.cast.signsInAgain('owner');
    expect(await house.cast.must('owner', 'pushDevices')).toHaveLength(1);
    await house.cast.must('owner', 'changePassword', {
      body: { current: 'a long password', fresh: 'another long password' },
    });
    expect(await house.cast.must('owner', 'pushDevices')).toEqual([]);
    const agent = house.cast.agents.get('agent') as string;
    await house.cast.must('owner', 'editTeamMember', { params: { agent }, body: { active: false } });
    const tries = service.tries();
    await writes(anna(), 'Who is there?');
    await house.settles();
    expect(service.tries()).toBe(tries);
  });
});
