import { settle } from '@vetrina/testkit/fake-clock';
import { describe, expect } from 'vitest';
import type { World } from './world.ts';
import type { WorldAgent } from './world-agent.ts';
import { idText } from './world-samples.ts';
import { talk as it } from './world-scene.ts';

/** The conversation that stands first in this agent's inbox. */
function firstOf({ inbox }: WorldAgent) {
  const first = inbox?.conversations[0];
  if (first === undefined) throw new Error('the inbox is empty');
  return first;
}

/** Vera has written, and Anna has answered and resolved it. */
async function resolvedByAnna(world: World) {
  const anna = await world.agent('Anna').opensInbox('open');
  const vera = world.visitor('Vera');
  const tab = await vera.opens('/');
  await tab.writes('Do you have it in blue?');
  await world.pass(200);
  const { id } = firstOf(anna);
  await anna.writes({ conversation: id }, 'We do.');
  await world.live.conversationActions.resolve(anna.actor, id);
  await world.pass(200);
  return { anna, vera, tab, conversation: id };
}

describe('who is there to hear it', () => {
  it('C2: what reopens while its agent is away is new for everybody, who hear of it', async ({ world }) => {
    const { anna, tab } = await resolvedByAnna(world);
    const ben = await world.agent('Ben').opensInbox('new');
    world.team.choosesStatus(anna.actor, 'offline');
    await settle();
    await tab.writes('And in green?');
    await world.pass(200);
    expect(firstOf(ben)).toMatchObject({ state: 'new', agents: [], unread: 2 });
    expect(ben.heard).toEqual(['new-conversation']);
  });

  it('C2: what reopens while its agent is there is theirs again', async ({ world }) => {
    const { anna, tab } = await resolvedByAnna(world);
    const ben = await world.agent('Ben').opensInbox('new');
    await tab.writes('And in green?');
    await world.pass(200);
    expect(firstOf(anna)).toMatchObject({ state: 'open', agents: [{ name: 'Anna' }] });
    expect([anna.heard.at(-1), ben.heard]).toEqual(['new-message', []]);
  });

  it('C5: whoever signs out is offline at once; whose screen closed, two minutes later', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    const tab = await world.visitor('Vera').opens('/');
    world.team.endsSession(anna.actor.session);
    await world.pass(1_000);
    expect(tab.of('box').at(-1)?.box.state).toBe('offline');
    const ben = await world.agent('Ben').watches();
    await world.pass(1_000);
    expect(tab.of('box').at(-1)?.box.state).toBe('online');
    ben.socket.closeFromClient();
    await world.pass(60_000);
    expect(tab.of('box').at(-1)?.box.state).toBe('online');
    await world.pass(65_000);
    expect(tab.of('box').at(-1)?.box.state).toBe('offline');
  });

  it('C8: a message to agents who have all gone is heard by whoever is there', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const ben = await world.agent('Ben').opensInbox('open');
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes('Hello?');
    await world.pass(200);
    await anna.writes({ conversation: firstOf(anna).id }, 'Yes?');
    await tab.writes('One question');
    expect(ben.heard).toEqual(['new-conversation']);
    world.team.choosesStatus(anna.actor, 'offline');
    await settle();
    await tab.writes('Are you there?');
    expect(ben.heard).toEqual(['new-conversation', 'new-message']);
  });

  it('C2: whoever is taken off by an admin leaves nothing stale behind, though the visitor writes meanwhile', async ({
    world,
  }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const ben = await world.agent('Ben').opensInbox('open');
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes('Hello?');
    await world.pass(200);
    await ben.writes({ conversation: firstOf(anna).id }, 'Yes?');
    const released = world.live.conversationActions.release(anna.actor, ben.actor.agent);
    await tab.writes('One question');
    await released;
    await world.pass(200);
    expect(firstOf(anna)).toMatchObject({ state: 'new', agents: [], lastMessage: { text: 'One question' } });
  });
});

describe("what the visitor's box hears of it", () => {
  it('C1: to whom the conversation was handed, though no entry says so', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const ben = world.agent('Ben');
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes('Hello?');
    await world.pass(200);
    const conversation = firstOf(anna).id;
    await anna.writes({ conversation }, 'Yes?');
    await world.live.conversationActions.transfer(anna.actor, conversation, { to: 'agent', agent: ben.actor.agent });
    await settle();
    expect(tab.of('chat-agents').at(-1)).toMatchObject({ conversation, agents: [{ name: 'Ben' }] });
    expect(tab.shown).not.toContain('transferred');
  });

  it('C7: after a block was lifted, that something is missing', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const vera = world.visitor('Vera');
    const tab = await vera.opens('/');
    await tab.writes('Hello?');
    await world.pass(200);
    await world.live.actions.block(anna.actor, vera.id, {});
    await anna.writes({ conversation: firstOf(anna).id }, 'You cannot read this yet');
    await world.live.actions.unblock(anna.actor, vera.id);
    await world.pass(25_000);
    const beat = tab.received.findLast(({ type }) => type === 'beat') as { lastSeq?: number };
    await tab.says({ type: 'resume-chat', conversation: firstOf(anna).id, after: 1 });
    const [told] = tab.of('chat');
    expect(told?.entries.map(({ body }) => body.kind)).toEqual(['joined', 'text']);
    expect(beat.lastSeq).toBe(told?.position?.lastSeq);
  });

  it('C1: settings alone hide the box from nobody here, and whether a conversation goes on is said', async ({
    world,
  }) => {
    const anna = await world.agent('Anna').opensInbox('open');
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes('Hello?');
    await settle();
    expect(tab.of('box').at(-1)?.box).toMatchObject({ state: 'online', chatting: true });
    await world.pass(200);
    await world.live.conversationActions.resolve(anna.actor, firstOf(anna).id);
    await settle();
    expect(tab.of('box').at(-1)?.box).toMatchObject({ chatting: false });
  });
});

describe('what is read and typed', () => {
  it('C4: a mark of another conversation says nothing of the newest', async ({ world }) => {
    const { anna, tab, conversation } = await resolvedByAnna(world);
    await anna.opens(conversation);
    const readSeqs = () => anna.of('read-up-to').map(({ marks }) => marks.visitor);
    await tab.says({ type: 'read', conversation: idText('co', 7_000_000), seq: 3 });
    expect(readSeqs()).toEqual([]);
    await tab.says({ type: 'read', conversation, seq: 3 });
    expect(readSeqs()).toEqual([3]);
  });

  it('C4: card numbers are masked while they are typed, too', async ({ world }) => {
    const account = world.accounts[0];
    if (account === undefined) throw new Error('no account');
    world.team.changesSettings(account.id, { box: { ...account.box, typingPreview: true } });
    const anna = await world.agent('Anna').opensInbox('open');
    const tab = await world.visitor('Vera').opens('/');
    await tab.writes('Hello?');
    await world.pass(200);
    await anna.opens(firstOf(anna).id);
    await tab.says({ type: 'typing', text: 'my card is 4111 1111 1111 1111' });
    expect(anna.of('visitor-typing').at(-1)?.text).toMatch(/^my card is .*1111$/);
    expect(anna.of('visitor-typing').at(-1)?.text).not.toContain('4111 1111');
  });
});

describe('a long inbox', () => {
  it('C2: is looked through window by window, and the end stays the end as it becomes shorter', async ({ world }) => {
    const anna = await world.agent('Anna').opensInbox('open', 2);
    for (const name of ['Vera', 'Walter', 'Xenia', 'Yara', 'Zoe']) {
      await (await world.visitor(name).opens('/')).writes(`${name} has a question`);
      await world.pass(10);
    }
    const shows = () => [
      anna.inbox?.offset,
      anna.inbox?.total,
      anna.inbox?.conversations.map((one) => one.visitor.name),
    ];
    anna.says({ type: 'watch-inbox', watch: 2, folder: 'open', offset: 4, limit: 2 });
    await settle();
    expect(shows()).toEqual([3, 5, ['Yara', 'Zoe']]);
    const last = anna.inbox?.conversations[1]?.id;
    if (last === undefined) throw new Error('no conversation');
    await world.live.conversationActions.resolve(anna.actor, last);
    await world.pass(200);
    expect(shows()).toEqual([2, 4, ['Xenia', 'Yara']]);
  });
});
