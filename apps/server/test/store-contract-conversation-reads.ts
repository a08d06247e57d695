import type { ConversationSearch } from '@vetrina/protocol/http/conversations';
import { expect, it } from 'vitest';
import { joinConversation } from '../src/conversations/join-conversation.ts';
import { markReadByAgent } from '../src/conversations/mark-read.ts';
import { rateConversation } from '../src/conversations/rate-conversation.ts';
import { recallMessage } from '../src/conversations/recall-message.ts';
import { resolveConversation } from '../src/conversations/resolve-conversation.ts';
import { tagConversation } from '../src/conversations/tag-conversation.ts';
import { transferConversation } from '../src/conversations/transfer-conversation.ts';
import { saveJournal } from '../src/store/save-journal.ts';
import { createVisitorStore } from '../src/store/visitor-store.ts';
import { acting, changed, messageIdOf, speaking, Talk, tagIdOf } from './conversation-samples.ts';
import type { Open } from './open-database.ts';
import { accountIdOf, MONDAY, nobody, visitorAt, visitStarted } from './store-samples.ts';

const anna = speaking('one', 'anna', { group: 'sales', page: { url: 'https://shop.example/Cart?x=1', title: 'Cart' } });
const bruno = speaking('one', 'bruno');
const marta = acting('one', 'marta');
const tags = { all: () => Promise.resolve([{ id: tagIdOf('vip') }, { id: tagIdOf('late') }]) };

/** What is read of conversations, the same on every database. */
export function conversationReadsContract(open: Open): void {
  places(open);
  search(open);
  pages(open);
}

function places(open: Open): void {
  it('C3: a stretch of the log is the newest of what was asked for, in each count', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const { conversation } = changed((await talk.visitor(anna, 'a1', 'one')).change);
    await talk.agent(marta, conversation, 'n1', 'a note', { audience: 'team' });
    for (const nth of [2, 3, 4]) await talk.visitor(anna, `a${nth}`, String(nth));
    const key = { account: anna.account, conversation: conversation.id };
    const seqs = async (after: number, before: number, limit: number) =>
      (await talk.store.entries(key, { after, before, limit })).map((entry) => entry.seq);
    expect(await seqs(0, 99, 99)).toEqual([1, 2, 3, 4, 5]);
    expect(await seqs(1, 5, 2)).toEqual([3, 4]);
    const seen = await talk.store.publicEntries(key, { after: 1, before: 99, limit: 99 });
    expect(seen.map(({ seq, publicSeq }) => [seq, publicSeq])).toEqual([
      [3, 2],
      [4, 3],
      [5, 4],
    ]);
  });

  it('C4: read marks are one agent’s own', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const { conversation } = changed((await talk.visitor(anna, 'a1', 'one')).change);
    await talk.visitor(anna, 'a2', 'two');
    const key = { account: anna.account, conversation: conversation.id };
    await markReadByAgent(talk.parts, marta, key, 1, MONDAY);
    const marks = (agent: typeof marta) => talk.store.readMarks(agent.account, agent.agent, [conversation.id]);
    expect(await marks(marta)).toEqual(new Map([[conversation.id, { seq: 1, visitorMessages: 1 }]]));
    expect(await marks(acting('one', 'luca'))).toEqual(new Map());
    expect(await talk.store.readMarks(marta.account, marta.agent, [])).toEqual(new Map());
    await markReadByAgent(talk.parts, marta, key, 99, MONDAY);
    expect(await marks(marta)).toEqual(new Map([[conversation.id, { seq: 2, visitorMessages: 2 }]]));
    expect(await talk.store.find(key)).toMatchObject({ teamReadSeq: 2, teamReadMessages: 2 });
  });

  it('C2: a visitor is shown by name and country, on the site or not', async () => {
    const database = await open();
    const talk = await new Talk(database).arrive('one/anna', 'one/bruno');
    const key = visitorAt('one', 'anna');
    await saveJournal(database, [visitStarted(key, 'first')]);
    await createVisitorStore(database).edit(key, { name: 'Anna' }, marta.agent, MONDAY);
    const found = await talk.store.visitors(anna.account, [anna.visitor, bruno.visitor]);
    expect(found.get(anna.visitor)).toEqual({
      ...{ id: anna.visitor, number: 1, name: 'Anna', email: null, country: 'IT', blocked: null },
    });
    expect(found.get(bruno.visitor)).toMatchObject({ number: 2, name: null, country: null });
  });

  it('V8: what was taken back is marked where it stands', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const { conversation } = changed((await talk.visitor(anna, 'a1', 'one')).change);
    await talk.agent(marta, conversation, 'm1', 'wrong window');
    const key = { account: anna.account, conversation: conversation.id };
    await recallMessage(talk.parts, marta, key, messageIdOf('m1'), MONDAY + 1);
    const log = await talk.log('one', conversation.id);
    expect(log.map(({ body, recalled }) => [body.kind, recalled])).toEqual([
      ['text', false],
      ['joined', false],
      ['text', true],
      ['recalled', false],
    ]);
  });
}

/** Anna talks of a late parcel, Bruno of a refund; both are resolved, Anna's is tagged and rated. */
async function history(open: Open) {
  const talk = await new Talk(await open()).arrive('one/anna', 'one/bruno', 'two/eve');
  const luca = acting('one', 'luca');
  const annas = changed((await talk.visitor(anna, 'a1', 'Où est mon PAQUET? 100%', MONDAY)).change).conversation;
  await talk.agent(marta, annas, 'n1', 'Carrier says Thursday', { audience: 'team' });
  const brunos = changed((await talk.visitor(bruno, 'b1', 'A refund, please', MONDAY + 1)).change).conversation;
  const [annaKey, brunoKey] = [annas, brunos].map(({ id }) => ({ account: anna.account, conversation: id }));
  if (annaKey === undefined || brunoKey === undefined) throw new Error('two conversations');
  await tagConversation({ ...talk.parts, tags }, marta, annaKey, [tagIdOf('vip'), tagIdOf('late')], MONDAY);
  await tagConversation({ ...talk.parts, tags }, marta, annaKey, [tagIdOf('late')], MONDAY);
  await resolveConversation(talk.parts, marta, annaKey, MONDAY + 100);
  await joinConversation(talk.parts, luca, brunoKey, MONDAY + 50);
  await resolveConversation(talk.parts, luca, brunoKey, MONDAY + 200);
  const rating = { id: messageIdOf('r1'), value: 5, comment: 'très bien' } as const;
  await rateConversation(talk.parts, { plan: 'PRO' }, anna, rating, MONDAY + 300);
  const find = async (wanted: ConversationSearch, viewer = marta) => {
    const { conversations, total } = await talk.store.search(viewer.account, viewer, wanted);
    expect(total).toBe(conversations.length);
    return conversations.map(({ id }) => (id === annas.id ? 'anna' : 'bruno'));
  };
  return { talk, luca, find };
}

function search(open: Open): void {
  it('C4: resolved conversations are found by everything that they may be searched by', async () => {
    const { luca, find } = await history(open);
    expect(await find({})).toEqual(['bruno', 'anna']);
    expect(await find({ text: 'ou paquet' })).toEqual(['anna']);
    expect(await find({ text: 'thursday PAQ 100%' })).toEqual(['anna']);
    expect(await find({ text: 'tres bien' })).toEqual(['anna']);
    expect(await find({ text: 'paquet refund' })).toEqual([]);
    expect(await find({ text: '100_' })).toEqual([]);
    expect(await find({ agent: luca.agent })).toEqual(['bruno']);
    expect(await find({ group: 'sales' })).toEqual(['anna']);
    expect(await find({ tag: tagIdOf('late') })).toEqual(['anna']);
    expect(await find({ tag: tagIdOf('vip') })).toEqual([]);
    expect(await find({ rating: 5 })).toEqual(['anna']);
    expect(await find({ rating: 1 })).toEqual([]);
    expect(await find({ page: '/cart?' })).toEqual(['anna']);
    expect(await find({ from: MONDAY + 150, to: MONDAY + 200 })).toEqual(['bruno']);
    expect(await find({ visitor: anna.visitor })).toEqual(['anna']);
    expect(await find({ visitor: anna.visitor, from: MONDAY + 1 })).toEqual([]);
    expect(await find({ text: 'refund', agent: marta.agent })).toEqual([]);
  });

  it('C4: conversations are found by who the visitor is, as the page, the form and agents say', async () => {
    const database = await open();
    const { find } = await history(async () => database);
    const store = createVisitorStore(database);
    const { account, visitor } = bruno;
    await store.edit({ account, visitor }, { name: 'Bruno Müller' }, marta.agent, MONDAY);
    expect(await find({ text: 'muller' })).toEqual(['bruno']);
    expect(await find({ text: 'muller refund' })).toEqual(['bruno']);
    await store.edit({ account, visitor }, { email: 'bm@mail.example' }, marta.agent, MONDAY);
    expect(await find({ text: 'MÜLLER bm@mail' })).toEqual(['bruno']);
    await store.edit({ account, visitor }, { name: null, note: 'gone' }, marta.agent, MONDAY);
    expect(await find({ text: 'muller' })).toEqual([]);
    const who = { ...nobody(), name: 'Anna Ø', phone: '+39 06 555' };
    await saveJournal(database, [{ ...visitorAt('one', 'anna'), kind: 'identified', at: MONDAY, ...who }]);
    expect(await find({ text: 'anna o 555' })).toEqual(['anna']);
  });

  it('C4: an agent finds what they were on before somebody else, but sees no more by it (T1)', async () => {
    const { talk, luca, find } = await history(open);
    const key = {
      account: anna.account,
      conversation: changed((await talk.visitor(bruno, 'b2', 'And?')).change).conversation.id,
    };
    const colleagues = { isActive: async () => true, hasGroup: async () => true };
    const to = { to: 'agent', agent: marta.agent } as const;
    await transferConversation({ ...talk.parts, colleagues }, { plan: 'PRO' }, luca, key, to, MONDAY + 500);
    await resolveConversation(talk.parts, marta, key, MONDAY + 600);
    expect(await find({ agent: luca.agent })).toEqual(['bruno']);
    expect(await find({}, acting('one', 'luca', ['nothing']))).toEqual([]);
    expect(await find({}, acting('one', 'marta', ['nothing']))).toEqual(['bruno', 'anna']);
  });

  it('C4: what is not resolved is found when any state is asked for, or all of a visitor', async () => {
    const { talk, find } = await history(open);
    await talk.visitor(anna, 'a2', 'one more thing', MONDAY + 400);
    expect(await find({})).toEqual(['bruno']);
    expect(await find({ state: 'any' })).toEqual(['bruno', 'anna']);
    expect(await find({ visitor: anna.visitor })).toEqual(['anna']);
  });

  it('T1: an agent with groups finds what those groups have, and what the agent was on', async () => {
    const { find } = await history(open);
    expect(await find({}, acting('one', 'sales', ['sales', 'other']))).toEqual(['anna']);
    expect(await find({}, acting('one', 'none', ['other']))).toEqual([]);
    expect(await find({}, acting('one', 'luca', ['sales']))).toEqual(['bruno', 'anna']);
    expect(await find({}, acting('two', 'eve'))).toEqual([]);
  });
}

function pages(open: Open): void {
  it('C4: pages follow each other without a gap or a double, also where times are equal', async () => {
    const names = Array.from({ length: 7 }, (_, nth) => `v${nth}`);
    const talk = await new Talk(await open()).arrive(...names.map((name) => `one/${name}` as const));
    for (const [nth, name] of names.entries()) {
      const { ack } = await talk.visitor(speaking('one', name), `m${nth}`, 'hello', MONDAY);
      const key = { account: accountIdOf('one'), conversation: ack.conversation };
      await resolveConversation(talk.parts, marta, key, MONDAY + Math.floor(nth / 3));
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const wanted: ConversationSearch = after === null ? { limit: 2 } : { limit: 2, after };
      const page = await talk.store.search(marta.account, marta, wanted);
      expect(page.total).toBe(7);
      seen.push(...page.conversations.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(await talk.store.search(marta.account, marta, { after: "x' or 1=1" })).toMatchObject({ total: 7 });
  });
}
