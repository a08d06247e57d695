import { describe, expect } from 'vitest';
import { talk as it } from './world-scene.ts';

describe('C3: what is said arrives', () => {
  it('C3: a visitor writes, the team sees it, answers, and all tabs show the answer', async ({ world }) => {
    const anna = await world.agent('Anna').watches();
    await anna.opensInbox('new');
    const vera = world.visitor('Vera');
    const first = await vera.opens('/');
    const second = await vera.opens('/other');

    const id = await first.writes('Do you ship to Malta?');
    await world.pass(200);
    expect(first.of('said')).toMatchObject([{ id, seq: 1 }]);
    expect(second.shown).toEqual(['Do you ship to Malta?']);
    expect(anna.row('Vera')).toMatchObject({ status: 'new-chat', unread: 1, chats: 1 });
    expect(anna.inbox?.conversations).toMatchObject([{ state: 'new', unread: 1, visitor: { name: 'Vera' } }]);
    expect(anna.heard).toEqual(['new-conversation']);

    const conversation = anna.inbox?.conversations[0]?.id;
    if (conversation === undefined) throw new Error('no conversation');
    await anna.opens(conversation);
    await anna.writes({ conversation }, 'We do.');
    await world.pass(200);
    expect(anna.of('said')).toHaveLength(1);
    expect(anna.shown).toEqual(['Do you ship to Malta?', 'joined', 'We do.']);
    for (const tab of [first, second]) expect(tab.shown).toEqual(['Do you ship to Malta?', 'joined', 'We do.']);
    expect(anna.row('Vera')).toMatchObject({ status: 'chatting', agents: [{ name: 'Anna' }] });
    expect(anna.inbox?.conversations).toEqual([]);
  });
});
