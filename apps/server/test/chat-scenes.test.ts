import { settle } from '@vetrina/testkit/fake-clock';
import { describe, expect } from 'vitest';
import { World } from './world.ts';
import type { WorldAgent } from './world-agent.ts';
import { idText } from './world-samples.ts';
import { talk as it } from './world-scene.ts';

const FIRST = 'Do you ship to Malta?';

/** The one conversation of the inbox. */
async function onlyConversation(agent: WorldAgent) {
  await agent.opensInbox('open');
  const id = agent.inbox?.conversations[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  return id;
}

describe('what is said', () => {
  it('C3: a visitor writes, the team sees it, answers, and all tabs show the answer', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    await anna.opensInbox('new');
    const vera = world.visitor('Vera');
    const first = await vera.opens('/');
    const second = await vera.opens('/other');

    const id = await first.writes(FIRST);
    await world.pass(200);
    expect(first.of('said')).toMatchObject([{ id, seq: 1 }]);
    expect(second.shown).toEqual([FIRST]);
    expect(anna.row('Vera')).toMatchObject({ status: 'new-chat', unread: 1, chats: 1 });
    expect(anna.inbox?.conversations).toMatchObject([{ state: 'new', unread: 1, visitor: { name: 'Vera' } }]);
    expect(anna.heard).toEqual(['new-conversation']);

    const conversation = await onlyConversation(anna);
    await anna.opens(conversation);
    await anna.writes({ conversation }, 'We do.');
    await world.pass(200);
    expect(anna.of('said')).toHaveLength(1);
    expect(anna.shown).toEqual([FIRST, 'joined', 'We do.']);
    for (const tab of [first, second]) expect(tab.shown).toEqual([FIRST, 'joined', 'We do.']);
    expect(anna.row('Vera')).toMatchObject({ status: 'chatting', agents: [{ name: 'Anna' }] });
  });

  it('C3: a message that is sent again after a reconnect gets the first answer and stands once', async ({ world }) => {
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    const id = await tab.writes(FIRST);
    tab.socket.closeFromClient();
    const again = await vera.opens('/', { tab: tab.id });
    await again.writes(FIRST, id);
    expect(again.of('said')).toEqual(tab.of('said'));
    await again.says({ type: 'resume-chat', conversation: null, after: 0 });
    expect(again.of('chat')[0]?.entries).toHaveLength(1);
    await again.writes('Something else', id);
    expect(again.of('refused')).toMatchObject([{ id, code: 'id_reused', retry: false }]);
  });

  it('C4: nobody’s mailbox is filled with transcripts, however many visitors ask', async ({ world }) => {
    const anna = world.agent('Anna');
    const codes: string[] = [];
    for (let nth = 0; nth < 8; nth += 1) {
      const visitor = world.visitor(`Eve ${nth}`, { peer: { ip: `198.51.100.${nth}` } });
      const tab = await visitor.opens('/');
      await tab.writes('Buy now!');
      await anna.writes({ visitor: visitor.id }, 'No, thanks.');
      await tab.says({ type: 'transcript', id: idText('', world.next()), email: 'vera@example.com' });
      await world.pass(200);
      codes.push(...tab.of('refused').map(({ code }) => code));
    }
    expect(codes).toEqual(['too_many_requests', 'too_many_requests', 'too_many_requests']);
    const asked = world.mailed.flatMap(({ entries }) => entries).filter(({ body }) => body.kind === 'transcript-sent');
    expect(asked).toHaveLength(5);
  });

  it('C4: nobody sends their own words to strangers through us: a transcript has an answer in it', async ({
    world,
  }) => {
    const tab = await world.visitor('Eve').opens('/');
    await tab.writes('Dear customer, your account is locked');
    await tab.says({ type: 'transcript', id: idText('', world.next()), email: 'vera@example.com' });
    await world.pass(200);
    expect(tab.of('refused').map(({ code }) => code)).toEqual(['forbidden']);
    expect(world.mailed.flatMap(({ entries }) => entries).map(({ body }) => body.kind)).toEqual(['text']);
  });

  it('C3: a page that asks for the log without end gets some of it, one stretch at a time', async ({ world }) => {
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.writes(FIRST);
    for (let nth = 0; nth < 40; nth += 1) {
      const frame = { type: 'resume-chat', conversation: null, after: 0 };
      tab.socket.sendToServer(JSON.stringify(frame));
    }
    await world.pass(200);
    expect(tab.of('chat')).toHaveLength(20);
    expect(tab.received.filter(({ code }) => code === 'too_many_requests')).toHaveLength(20);
    await world.pass(5_000);
    await tab.says({ type: 'resume-chat', conversation: null, after: 0 });
    expect(tab.of('chat')).toHaveLength(21);
  });

  it('C3: a page that asks in one go and reads nothing is let go before its answers fill the memory', async ({
    world,
  }) => {
    const tab = await world.visitor('Eve').opens('/');
    await tab.writes(FIRST);
    tab.socket.hold();
    Object.defineProperty(tab.socket.server, 'bufferedAmount', { get: () => 5 * 1024 * 1024 });
    // Asked before anything was unread.
    const asking = world.live.visitorGateway.connections()[0];
    asking?.send({ type: 'chat' });
    tab.socket.flush();
    expect(tab.socket.ended?.code).toBe(4002);
    expect(tab.of('chat')).toEqual([]);
  });

  it('C3: nothing is acknowledged that was not saved, and the sender is told to send it again', async ({
    world,
    database,
  }) => {
    const tab = await world.visitor('Vera').opens('/');
    database.broken = true;
    const id = await tab.writes(FIRST);
    expect(tab.of('said')).toEqual([]);
    expect(tab.of('refused')).toMatchObject([{ id, retry: true }]);
    database.broken = false;
    await tab.writes(FIRST, id);
    expect(tab.of('said')).toHaveLength(1);
    world.failures.length = 0;
  });

  it('C3: welcome and beat say up to where the conversation goes', async ({ world }) => {
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    expect(tab.of('welcome')[0]?.chat).toBeNull();
    await tab.writes(FIRST);
    await world.pass(26_000);
    expect(tab.of('beat').at(-1)).toEqual({ type: 'beat', lastSeq: 1 });
    const other = await vera.opens('/other');
    expect(other.of('welcome')[0]?.chat).toMatchObject({ lastSeq: 1, unread: 0 });
    await world.pass(26_000);
    expect(other.of('beat').at(-1)).toEqual({ type: 'beat', lastSeq: 1 });
  });

  it('C3: a page that reads too slowly is passed over, and asks for what it missed', async ({ world }) => {
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.writes(FIRST);
    const anna = await world.agent('Anna').watches();
    const conversation = await onlyConversation(anna);
    tab.socket.hold();
    for (let nth = 0; nth < 40; nth += 1) {
      await anna.writes({ conversation }, 'x'.repeat(3_900));
      await world.pass(100);
    }
    expect(tab.socket.server.bufferedAmount).toBeLessThan(80 * 1024);
    tab.socket.flush();
    const shown = tab.shown.length;
    expect(shown).toBeLessThan(42);
    await tab.says({ type: 'resume-chat', conversation, after: shown });
    const [chat] = tab.of('chat');
    expect(chat?.follows).toBe(true);
    expect(shown + (chat?.entries.length ?? 0)).toBe(42);
  });

  it('C3: a screen that reads too slowly is brought up to date without a gap', async ({ world }) => {
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes(FIRST);
    const anna = await world.agent('Anna').watches();
    const conversation = await onlyConversation(anna);
    await anna.opens(conversation);
    anna.socket.hold();
    for (let nth = 0; nth < 28; nth += 1) await tab.writes(`${nth} ${'x'.repeat(3_900)}`);
    expect(anna.socket.server.bufferedAmount).toBeLessThan(80 * 1024);
    anna.socket.flush();
    await world.pass(500);
    const seqs = anna.frames.flatMap((frame) => {
      if (frame.type === 'conversation-followed') return (frame.found?.entries ?? []).map(({ seq }) => seq);
      return frame.type === 'entry' ? [frame.entry.seq] : [];
    });
    expect(seqs).toEqual(Array.from({ length: 29 }, (_, index) => index + 1));
  });

  it('C3: more than thirty messages a minute are refused for now', async ({ world }) => {
    const tab = await world.visitor('Vera').opens('/');
    for (let nth = 0; nth < 31; nth += 1) {
      await tab.writes(`Message ${nth}`);
      await world.pass(60);
    }
    const before = tab.of('refused').length;
    expect(before).toBeLessThanOrEqual(1);
    for (let nth = 0; nth < 10; nth += 1) await tab.writes(`More ${nth}`);
    expect(tab.of('refused').at(-1)).toMatchObject({ code: 'too_many_requests', retry: true });
  });
});

describe('writing first', () => {
  it('V8: an agent opens a conversation from the list; it reaches the page, and can be recalled while unread', async ({
    world,
  }) => {
    const anna = await world.agent('Anna').watches();
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    const id = await anna.writes({ visitor: vera.id }, 'May I help you?');
    expect(tab.shown).toEqual(['joined', 'May I help you?']);
    expect(tab.of('chat-entry').at(-1)?.position.unread).toBe(1);
    const conversation = anna.of('said')[0]?.conversation;
    if (conversation === undefined) throw new Error('not said');

    await world.live.conversationActions.recall(anna.actor, conversation, id);
    await settle();
    expect(tab.shown).toEqual(['joined', 'May I help you?', 'recalled']);
    await tab.says({ type: 'resume-chat', conversation, after: 0 });
    expect(tab.of('chat')[0]?.entries.map(({ body }) => body.kind)).toEqual(['joined', 'taken-back', 'recalled']);

    const second = await anna.writes({ conversation }, 'Still there?');
    await tab.says({ type: 'read', seq: 4 });
    const recalling = world.live.conversationActions.recall(anna.actor, conversation, second);
    await expect(recalling).rejects.toMatchObject({ code: 'already_read' });
  });

  it('V8, P: on FREE the server refuses and names the plan; answering is free', async ({ world }) => {
    world.team.changesSettings(world.accounts[0]?.id as never, { plan: 'FREE' } as never);
    const anna = await world.agent('Anna').watches();
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await anna.writes({ visitor: vera.id }, 'May I help you?');
    expect(anna.of('refused')).toMatchObject([{ code: 'plan_required', plan: 'STANDARD', retry: false }]);
    expect(tab.shown).toEqual([]);
    await tab.writes(FIRST);
    await anna.writes({ visitor: vera.id }, 'We do.');
    expect(tab.shown).toEqual([FIRST, 'joined', 'We do.']);
  });

  it('V8: colleagues see who writes to whom, for a minute after the last key', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    const ben = await world.agent('Ben').watches();
    const vera = world.visitor('Vera');
    await vera.opens('/');
    const claims = () => ben.of('claims').at(-1)?.claims;
    anna.says({ type: 'compose', visitor: vera.id });
    await world.pass(200);
    expect(claims()).toMatchObject([{ visitor: vera.id, name: 'Anna' }]);
    await world.pass(55_000);
    anna.says({ type: 'compose', visitor: vera.id });
    await world.pass(30_000);
    expect(claims()).toHaveLength(1);
    await world.pass(31_000);
    expect(claims()).toEqual([]);
    anna.says({ type: 'compose', visitor: vera.id });
    await world.pass(200);
    anna.socket.closeFromClient();
    await world.pass(200);
    expect(claims()).toEqual([]);
  });

  it('V8: having said it ends the claim', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    const vera = world.visitor('Vera');
    await vera.opens('/');
    anna.says({ type: 'compose', visitor: vera.id });
    await world.pass(200);
    await anna.writes({ visitor: vera.id }, 'May I help you?');
    await world.pass(200);
    expect(anna.of('claims').at(-1)?.claims).toEqual([]);
  });
});

describe('typing and reading', () => {
  it('C4: typing shows on both sides and runs out by itself; what is typed only where the account wants it', async ({
    world,
  }) => {
    const anna = await world.agent('Anna').watches();
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.writes(FIRST);
    const conversation = await onlyConversation(anna);
    await anna.opens(conversation);
    await tab.says({ type: 'typing', text: 'My secret' });
    await world.pass(200);
    expect(anna.of('visitor-typing')).toMatchObject([{ text: '' }]);
    expect(anna.row('Vera')?.typing).toBe(true);
    expect(anna.inbox?.conversations[0]?.visitor.typing).toBe(true);
    await world.pass(7_000);
    expect(anna.of('visitor-typing').at(-1)).toMatchObject({ text: null });
    expect(anna.row('Vera')?.typing).toBe(false);

    anna.says({ type: 'typing', conversation, typing: true });
    await settle();
    expect(tab.of('agent-typing').at(-1)?.agent?.name).toBe('Anna');
    await world.pass(7_000);
    expect(tab.of('agent-typing').at(-1)?.agent).toBeNull();

    const account = world.accounts[0];
    if (account === undefined) throw new Error('no account');
    world.team.changesSettings(account.id, { box: { ...account.box, typingPreview: true } });
    await tab.says({ type: 'typing', text: 'Not secret' });
    await settle();
    expect(anna.of('visitor-typing').at(-1)).toMatchObject({ text: 'Not secret' });
    await tab.writes('Not secret any more');
    expect(anna.of('visitor-typing').at(-1)).toMatchObject({ text: null });
  });

  it('C4: each side sees how far the other has read', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.writes(FIRST);
    const conversation = await onlyConversation(anna);
    await anna.opens(conversation);
    expect(anna.inbox?.conversations[0]?.unread).toBe(1);
    anna.says({ type: 'read', conversation, seq: 1 });
    await world.pass(200);
    expect(anna.inbox?.conversations[0]?.unread).toBe(0);
    expect(anna.row('Vera')?.unread).toBe(0);
    expect(tab.of('read-up-to').at(-1)?.marks).toEqual({ visitor: 0, team: 1 });
    await anna.writes({ conversation }, 'We do.');
    await tab.says({ type: 'read', seq: 3 });
    expect(anna.of('read-up-to').at(-1)?.marks).toEqual({ visitor: 3, team: 1 });
  });
});

describe('after a restart', () => {
  it('C3, V2: the row says Chatting again, the box finds its conversation, the agent goes on', async ({
    world,
    database,
  }) => {
    const anna = await world.agent('Anna').watches();
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.writes(FIRST);
    const conversation = await onlyConversation(anna);
    await anna.writes({ conversation }, 'We do.');
    world.live.stop();

    const { clock, accounts } = world;
    const after = await World.open({ clock, accounts, database });
    after.team.employs(anna.actor);
    const ben = await after.screenOf(anna.actor).watches();
    const again = await vera.movesTo(after).opens('/', { tab: tab.id, again: true });
    await after.pass(200);
    expect(ben.row('Vera')).toMatchObject({ status: 'chatting', lastMessage: { text: 'We do.' }, chats: 1 });
    expect(again.of('welcome')[0]?.chat).toMatchObject({ conversation, lastSeq: 3, unread: 1 });
    await again.says({ type: 'resume-chat', conversation, after: 1 });
    expect(again.of('chat')[0]).toMatchObject({ follows: true, state: 'open', agents: [{ name: 'Anna' }] });
    expect(again.of('chat')[0]?.entries).toHaveLength(2);
    await after.close();
  });
});
