import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assignConversation, unassignConversation } from '../src/conversations/assign-conversation.ts';
import { joinConversation } from '../src/conversations/join-conversation.ts';
import { leaveConversation } from '../src/conversations/leave-conversation.ts';
import { markReadByAgent } from '../src/conversations/mark-read.ts';
import { markUnread } from '../src/conversations/mark-unread.ts';
import { recallMessage } from '../src/conversations/recall-message.ts';
import { recordContact } from '../src/conversations/record-contact.ts';
import { recordTranscript } from '../src/conversations/record-transcript.ts';
import { releaseColleague } from '../src/conversations/release-colleague.ts';
import { reopenConversation } from '../src/conversations/reopen-conversation.ts';
import { resolveConversation } from '../src/conversations/resolve-conversation.ts';
import { tagConversation } from '../src/conversations/tag-conversation.ts';
import { transferConversation } from '../src/conversations/transfer-conversation.ts';
import { visitorSays } from '../src/conversations/visitor-says.ts';
import { silentLog } from '../src/platform/log.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { acting, fileIdOf, messageIdOf, refused, speaking, Talk, tagIdOf } from './conversation-samples.ts';
import { agentIdOf, MONDAY } from './store-samples.ts';

const DAY = 86_400_000;
const anna = speaking('one', 'anna');
const [marta, luca] = [acting('one', 'marta'), acting('one', 'luca')];
const pro = { plan: 'PRO' } as const;
const colleagues = {
  isActive: (_account: unknown, agent: string) =>
    Promise.resolve(['marta', 'luca'].map(agentIdOf).includes(agent as never)),
  hasGroup: (_account: unknown, group: string) => Promise.resolve(group === 'support'),
};

let database: Database;
let talk: Talk;
beforeEach(async () => {
  database = await openDatabase({ kind: 'memory' }, silentLog);
  talk = await new Talk(database).arrive('one/anna', 'one/bruno', 'two/eve');
});
afterEach(() => database.close());

const begun = (who = anna) => talk.begin(who);

describe('saying', () => {
  it('V8: opening a conversation is a matter of the plan, answering is not', async () => {
    const free = { plan: 'FREE' } as const;
    const refusal = refused('plan_required', { plan: 'STANDARD' });
    await expect(talk.agent(marta, anna, 'm1', 'hi', free)).rejects.toMatchObject(refusal);
    const { conversation, key } = await begun();
    expect((await talk.agent(marta, anna, 'm2', 'hi', free)).ack.conversation).toBe(conversation.id);
    await resolveConversation(talk.parts, marta, key, MONDAY);
    await expect(talk.agent(marta, conversation, 'm3', 'and', free)).rejects.toMatchObject(refusal);
    expect(await talk.agent(marta, conversation, 'm4', 'a note', { ...free, audience: 'team' })).toMatchObject({
      change: { conversation: { state: 'resolved' } },
    });
    const opened = await talk.agent(marta, conversation, 'm5', 'and', { plan: 'STANDARD' });
    expect(opened.change?.conversation).toMatchObject({ state: 'open', startedBy: 'visitor' });
  });

  it('V8: reopening by hand and handing over what is resolved are matters of the plan too', async () => {
    const free = { plan: 'FREE' } as const;
    const refusal = refused('plan_required', { plan: 'STANDARD' });
    const { key } = await begun();
    const parts = { ...talk.parts, colleagues };
    const to = { to: 'agent', agent: luca.agent } as const;
    expect(await reopenConversation(talk.parts, free, marta, key, MONDAY)).toBeNull();
    expect((await transferConversation(parts, free, marta, key, to, MONDAY))?.conversation.state).toBe('open');
    await resolveConversation(talk.parts, marta, key, MONDAY);
    await expect(reopenConversation(talk.parts, free, marta, key, MONDAY)).rejects.toMatchObject(refusal);
    await expect(transferConversation(parts, free, marta, key, to, MONDAY)).rejects.toMatchObject(refusal);
    await talk.visitor(anna, 'again', 'one more thing');
    expect((await talk.log('one', key.conversation)).at(-2)?.body).toEqual({ kind: 'reopened' });
  });

  it('V8: an agent who writes first begins it where the visitor is, with the group that the visitor has', async () => {
    const page = { url: 'https://shop.example/', title: 'Shop' };
    const opened = await talk.agent(marta, anna, 'm1', 'hi', { visitorIs: { group: 'sales', page } });
    expect(opened.ack).toMatchObject({ seq: 2, publicSeq: 2, at: MONDAY });
    expect(opened.change).toMatchObject({
      before: null,
      conversation: { state: 'open', startedBy: 'agent', group: 'sales', page, agents: [marta.agent] },
    });
  });

  it('C4: a note needs a conversation, and is words', async () => {
    await expect(talk.agent(marta, anna, 'n1', 'psst', { audience: 'team' })).rejects.toMatchObject(
      refused('not_found'),
    );
    const { conversation, key } = await begun();
    const noted = await talk.agent(luca, conversation, 'n2', 'psst', { audience: 'team' });
    expect(noted.ack.publicSeq).toBeNull();
    expect(noted.change?.conversation).toMatchObject({ state: 'new', agents: [] });
    expect((await talk.store.publicEntries(key, { after: 0, before: 9, limit: 9 })).length).toBe(1);
  });

  it('C4: card numbers are masked before anything is saved, and spaces around a text go', async () => {
    const { ack } = await talk.visitor(anna, 'card', '  it is 4111 1111 1111 1111 ok? ');
    const [entry] = await talk.log('one', ack.conversation);
    const saved = JSON.stringify(entry) + JSON.stringify(await talk.store.newestOf(anna.account, anna.visitor));
    expect(saved).not.toContain('4111 1111');
    expect(entry?.body).toMatchObject({ text: expect.stringMatching(/^it is .*1111 ok\?$/) });
  });

  it('C4: only whoever uploaded a file may say it', async () => {
    const saying = (file: string) =>
      ({
        ...{ id: messageIdOf(file), isOnline: () => true },
        saying: { kind: 'file', file: fileIdOf(file) },
      }) as const;
    await expect(visitorSays(talk.parts, anna, saying('stolen'), MONDAY)).rejects.toMatchObject(refused('not_found'));
    expect(await talk.store.newestOf(anna.account, anna.visitor)).toBeNull();
    const { change } = await visitorSays(talk.parts, anna, saying('own'), MONDAY);
    expect(change?.conversation).toMatchObject({ visitorMessages: 1, lastMessage: { by: 'visitor' } });
  });

  it('C7: who is blocked is refused, except for what was saved before', async () => {
    const blocked = { ...anna, blocked: true };
    await expect(talk.visitor(blocked, 'first', 'hello')).rejects.toMatchObject(refused('blocked'));
    const { ack } = await talk.visitor(anna, 'first', 'hello');
    expect(await talk.visitor(blocked, 'first', 'hello')).toEqual({ ack, change: null });
    await expect(talk.visitor(blocked, 'second', 'hello')).rejects.toMatchObject(refused('blocked'));
  });

  it('C5: the contact form begins a conversation, and the message goes there', async () => {
    const form = {
      ...{ id: messageIdOf('form'), name: ' Anna ', email: 'anna@example.com', phone: '' },
      ...{ group: null, offline: true },
    };
    const { ack, change } = await recordContact(talk.parts, anna, form, MONDAY);
    expect(change?.conversation).toMatchObject({ state: 'new', offline: true, waitingSince: null });
    expect(change?.entries[0]?.body).toEqual({ kind: 'contact', name: 'Anna', email: 'anna@example.com', phone: null });
    expect((await talk.visitor(anna, 'first', 'hello')).ack).toMatchObject({ conversation: ack.conversation, seq: 2 });
    expect(await recordContact(talk.parts, anna, form, MONDAY + 9)).toEqual({ ack, change: null });
  });
});

describe('agreeing', () => {
  it('I2: where agreeing is demanded, nothing is said before it, and everything after', async () => {
    const says = (id: string) =>
      visitorSays(
        talk.parts,
        anna,
        { id: messageIdOf(id), saying: { kind: 'text', text: id }, mustAgree: true, isOnline: () => true },
        MONDAY,
      );
    await expect(says('first')).rejects.toMatchObject(refused('consent_required'));
    const tick = { ...{ id: messageIdOf('tick'), name: null, email: null, phone: null }, group: null, offline: false };
    await recordContact(talk.parts, anna, tick, MONDAY);
    expect((await says('first')).ack.seq).toBe(2);
    expect((await says('second')).ack.seq).toBe(3);
  });
});

describe('lifecycle', () => {
  it('C2: join, assign, leave, resolve and reopen, each once', async () => {
    const { key } = await begun();
    const states: unknown[] = [];
    const note = (change: Awaited<ReturnType<typeof joinConversation>>) =>
      states.push(change === null ? null : [change.conversation.state, change.conversation.agents.length]);
    note(await joinConversation(talk.parts, marta, key, MONDAY));
    note(await joinConversation(talk.parts, marta, key, MONDAY));
    note(await assignConversation({ ...talk.parts, colleagues }, marta, key, luca.agent, MONDAY));
    note(await leaveConversation(talk.parts, marta, key, MONDAY));
    note(await unassignConversation(talk.parts, marta, key, luca.agent, MONDAY));
    note(await resolveConversation(talk.parts, luca, key, MONDAY));
    note(await resolveConversation(talk.parts, luca, key, MONDAY));
    note(await reopenConversation(talk.parts, pro, marta, key, MONDAY));
    const expected = [['open', 1], null, ['open', 2], ['open', 1], ['new', 0], ['resolved', 1], null, ['open', 1]];
    expect(states).toEqual(expected);
  });

  it('C2: nothing is handed to who or what is not of the account', async () => {
    const { key } = await begun();
    const parts = { ...talk.parts, colleagues };
    const stranger = agentIdOf('eve');
    await expect(assignConversation(parts, marta, key, stranger, MONDAY)).rejects.toMatchObject(refused('not_found'));
    for (const to of [
      { to: 'agent', agent: stranger },
      { to: 'group', group: 'nobody' as never },
    ] as const) {
      await expect(transferConversation(parts, pro, marta, key, to, MONDAY)).rejects.toMatchObject(
        refused('not_found'),
      );
    }
    const toSupport = { to: 'group', group: 'support' as never } as const;
    expect((await transferConversation(parts, pro, marta, key, toSupport, MONDAY))?.conversation).toMatchObject({
      ...{ group: 'support', state: 'new', agents: [] },
    });
  });

  it('C2: what a newer conversation has replaced stays history', async () => {
    const { conversation, key } = await begun();
    await resolveConversation(talk.parts, marta, key, MONDAY);
    const later = MONDAY + 8 * DAY;
    expect((await talk.visitor(anna, 'later', 'hello again', later)).ack.conversation).not.toBe(conversation.id);
    const superseded = refused('newer_conversation');
    await expect(reopenConversation(talk.parts, pro, marta, key, later)).rejects.toMatchObject(superseded);
    await expect(talk.agent(marta, conversation, 'm1', 'hi', { at: later })).rejects.toMatchObject(superseded);
    const to = { to: 'agent', agent: luca.agent } as const;
    const transferred = transferConversation({ ...talk.parts, colleagues }, pro, marta, key, to, later);
    await expect(transferred).rejects.toMatchObject(superseded);
    const noted = await talk.agent(marta, conversation, 'n1', 'see the newer one', { at: later, audience: 'team' });
    expect(noted.ack.conversation).toBe(conversation.id);
  });

  it('C2: however long ago, the newest can be reopened', async () => {
    const { key } = await begun();
    await resolveConversation(talk.parts, marta, key, MONDAY);
    const reopened = await reopenConversation(talk.parts, pro, luca, key, MONDAY + 90 * DAY);
    expect(reopened?.conversation).toMatchObject({ state: 'open', agents: [marta.agent] });
  });

  it('C2: whoever no longer works here is taken off what is not resolved', async () => {
    const bruno = speaking('one', 'bruno');
    const [annas, brunos] = [await begun(), await begun(bruno)];
    await joinConversation(talk.parts, luca, annas.key, MONDAY);
    await joinConversation(talk.parts, luca, brunos.key, MONDAY);
    await joinConversation(talk.parts, marta, brunos.key, MONDAY);
    const released = async ({ key }: Awaited<ReturnType<typeof begun>>) =>
      (await releaseColleague(talk.parts, marta, key, luca.agent, MONDAY))?.conversation.state;
    expect([await released(annas), await released(brunos)]).toEqual(['new', 'open']);
    expect([await released(annas), await released(brunos)]).toEqual([undefined, undefined]);
  });

  it('C4: tags are the account’s, and one that was removed since may stay', async () => {
    const { key } = await begun();
    const known = (...names: string[]) => ({
      ...talk.parts,
      tags: { all: () => Promise.resolve(names.map((name) => ({ id: tagIdOf(name) }))) },
    });
    const tag = (parts: ReturnType<typeof known>, ...names: string[]) =>
      tagConversation(parts, marta, key, names.map(tagIdOf), MONDAY);
    expect((await tag(known('vip'), 'vip', 'vip'))?.conversation.tags).toEqual([tagIdOf('vip')]);
    expect(await tag(known('vip'), 'vip')).toBeNull();
    await expect(tag(known('vip'), 'theirs')).rejects.toMatchObject(refused('not_found'));
    expect((await tag(known('late'), 'late', 'vip'))?.conversation.tags).toEqual([tagIdOf('late'), tagIdOf('vip')]);
  });
});

describe('groups', () => {
  const inSupport = acting('one', 'sara', ['support']);

  it('T1: a conversation outside of an agent’s groups does not exist for them', async () => {
    const { conversation, key } = await begun({ ...anna, group: 'sales' });
    const parts = { ...talk.parts, colleagues, tags: { all: () => Promise.resolve([]) } };
    for (const attempt of [
      () => joinConversation(parts, inSupport, key, MONDAY),
      () => leaveConversation(parts, inSupport, key, MONDAY),
      () => assignConversation(parts, inSupport, key, luca.agent, MONDAY),
      () => unassignConversation(parts, inSupport, key, luca.agent, MONDAY),
      () => transferConversation(parts, pro, inSupport, key, { to: 'agent', agent: luca.agent }, MONDAY),
      () => resolveConversation(parts, inSupport, key, MONDAY),
      () => reopenConversation(parts, pro, inSupport, key, MONDAY),
      () => tagConversation(parts, inSupport, key, [], MONDAY),
      () => markUnread(parts, inSupport, key, MONDAY),
      () => markReadByAgent(parts, inSupport, key, 1, MONDAY),
      () => recallMessage(parts, inSupport, key, messageIdOf('anna-first'), MONDAY),
      () => recordTranscript(parts, inSupport, key, 'a@example.com', MONDAY),
      () => talk.agent(inSupport, conversation, 'x1', 'hi'),
      () => talk.agent(inSupport, anna, 'x2', 'hi'),
      () => talk.agent(inSupport, conversation, 'x3', 'psst', { audience: 'team' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject(refused('not_found'));
    }
    expect(await talk.log('one', conversation.id)).toHaveLength(1);
    await assignConversation(
      { ...parts, colleagues: { isActive: () => Promise.resolve(true) } },
      marta,
      key,
      inSupport.agent,
      MONDAY,
    );
    expect((await talk.agent(inSupport, conversation, 'x4', 'hi')).ack.seq).toBe(3);
  });

  it('T1: an agent with groups opens conversations with those groups’ visitors', async () => {
    const where = (group: string | null) => ({ visitorIs: { group, page: null } });
    for (const elsewhere of [where('sales'), where(null), {}]) {
      await expect(talk.agent(inSupport, anna, 'x1', 'hi', elsewhere)).rejects.toMatchObject(refused('not_found'));
    }
    expect((await talk.agent(inSupport, anna, 'x1', 'hi', where('support'))).ack.seq).toBe(2);
  });
});
