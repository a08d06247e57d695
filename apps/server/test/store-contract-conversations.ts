import type { Conversation } from '@vetrina/domain/conversation';
import { begin, standing } from '@vetrina/domain/conversation-step';
import { expect, it } from 'vitest';
import { createVisitorStore } from '../src/store/visitor-store.ts';
import { acting, changed, conversationIdOf, messageIdOf, speaking, Talk } from './conversation-samples.ts';
import type { Open } from './open-database.ts';
import { conversationReadsContract } from './store-contract-conversation-reads.ts';
import { agentIdOf, MONDAY, visitorAt } from './store-samples.ts';

const anna = speaking('one', 'anna');
const marta = acting('one', 'marta');

/** C3: what every database must hold of a conversation's log. */
export function conversationContract(open: Open): void {
  order(open);
  repeats(open);
  failures(open);
  foreignIds(open);
  conversationReadsContract(open);
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, nth) => from + nth);

function order(open: Open): void {
  it('C3: messages at the same moment each get the next number', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const { change } = await talk.visitor(anna, 'first', 'hello');
    const { conversation } = changed(change);
    const said = await Promise.all(
      numbers(1, 12).map((nth) =>
        nth % 3 === 0
          ? talk.agent(marta, conversation, `m${nth}-`, 'yes?', { audience: nth % 2 === 0 ? 'team' : 'everyone' })
          : talk.visitor(anna, `a${nth}-`, 'and'),
      ),
    );
    const log = await talk.log('one', conversation.id);
    expect(log.map((entry) => entry.seq)).toEqual(numbers(1, log.length));
    const publicSeqs = log.flatMap(({ publicSeq }) => publicSeq ?? []);
    expect(publicSeqs).toEqual(numbers(1, publicSeqs.length));
    // Eleven messages that the visitor sees and, before the first of the agent's, that she joined; two notes.
    expect([log.length, publicSeqs.length]).toEqual([14, 12]);
    for (const { ack } of said) {
      expect(log.find((entry) => entry.seq === ack.seq)).toMatchObject({ publicSeq: ack.publicSeq, at: ack.at });
    }
    const found = await talk.store.find({ account: anna.account, conversation: conversation.id });
    expect(found).toMatchObject({ lastSeq: 14, lastPublicSeq: 12, visitorMessages: 9, teamMessages: 2, state: 'open' });
  });

  it('C3: two first messages of a visitor at the same moment make one conversation', async () => {
    const database = await open();
    const talk = await new Talk(database).arrive('one/anna');
    const said = await Promise.all(numbers(1, 6).map((nth) => talk.visitor(anna, `a${nth}-`, `hello ${nth}`)));
    expect(new Set(said.map(({ ack }) => ack.conversation)).size).toBe(1);
    expect(said.map(({ ack }) => ack.seq).sort()).toEqual(numbers(1, 6));
    expect(await talk.store.unresolved(anna.account)).toHaveLength(1);
    expect((await createVisitorStore(database).details(visitorAt('one', 'anna')))?.visitor.chats).toBe(1);
  });

  it('C2: the database itself refuses a second unresolved conversation', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    await talk.visitor(anna, 'first', 'hello');
    const facts = {
      id: conversationIdOf('second'),
      visitor: anna.visitor,
      group: null,
      page: null,
      offline: false,
      greeting: null,
    };
    const second = begin(facts, 'visitor', MONDAY);
    await expect(talk.store.change(anna, () => second)).rejects.toThrow();
    expect(await talk.store.unresolved(anna.account)).toHaveLength(1);
  });
}

function repeats(open: Open): void {
  it('C3: a repeat gets the first answer, and nothing is added', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const first = await talk.visitor(anna, 'first', 'hello');
    await talk.visitor(anna, 'second', 'are you there?', MONDAY + 5);
    const again = await talk.visitor(anna, 'first', '  hello ', MONDAY + 9);
    expect(again).toEqual({ ack: first.ack, change: null });
    expect(first.ack).toMatchObject({ seq: 1, publicSeq: 1, at: MONDAY });
    expect(await talk.log('one', first.ack.conversation)).toHaveLength(2);
  });

  it('C3: a repeat that comes while the first is still being saved gets the same answer', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const said = await Promise.all(numbers(1, 5).map(() => talk.visitor(anna, 'first', 'hello')));
    expect(new Set(said.map(({ ack }) => JSON.stringify(ack))).size).toBe(1);
    expect(said.filter(({ change }) => change !== null)).toHaveLength(1);
    expect(await talk.log('one', said[0]?.ack.conversation ?? conversationIdOf('none'))).toHaveLength(1);
  });

  it('C3: a repeat after another conversation began still gets the first answer', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const first = await talk.visitor(anna, 'first', 'hello');
    const { conversation } = changed(first.change);
    const resolved: Conversation = { ...conversation, state: 'resolved', resolvedAt: MONDAY };
    const key = { account: anna.account, conversation: conversation.id };
    await talk.store.change(key, () => standing(resolved));
    const later = await talk.visitor(anna, 'second', 'hello again', MONDAY + 8 * 86_400_000);
    expect(later.ack).toMatchObject({ seq: 1 });
    expect(later.ack.conversation).not.toBe(first.ack.conversation);
    expect(await talk.visitor(anna, 'first', 'hello')).toEqual({ ack: first.ack, change: null });
  });

  it('C3: the same id with other words, or from somebody else, is refused', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const { change, ack } = await talk.visitor(anna, 'first', 'hello');
    await expect(talk.visitor(anna, 'first', 'goodbye')).rejects.toMatchObject({ code: 'id_reused' });
    await expect(talk.agent(marta, changed(change).conversation, 'first', 'hello')).rejects.toMatchObject({
      code: 'id_reused',
    });
    expect(await talk.log('one', ack.conversation)).toHaveLength(1);
  });
}

function failures(open: Open): void {
  it('C3: what fails half way leaves nothing behind', async () => {
    const database = await open();
    const talk = await new Talk(database).arrive('one/anna');
    const facts = {
      id: conversationIdOf('half'),
      visitor: anna.visitor,
      group: null,
      page: null,
      offline: false,
      greeting: null,
    };
    const begun = begin(facts, 'visitor', MONDAY);
    const body = { kind: 'text', text: 'hello' } as const;
    const sent = { id: messageIdOf('first'), sender: { who: 'visitor' }, body } as const;
    const entry = { ...sent, at: MONDAY, seq: 1, publicSeq: 1, recalled: false };
    // The conversation and its first entry are written; the second, with the same number, is not.
    const twice = { ...begun, entries: [entry, { ...entry, id: messageIdOf('second') }] };
    await expect(talk.store.say(anna, sent, () => twice)).rejects.toThrow();
    await expect(
      talk.store.say(anna, sent, () => {
        throw new Error('changed its mind');
      }),
    ).rejects.toThrow('changed its mind');
    expect(await talk.store.newestOf(anna.account, anna.visitor)).toBeNull();
    expect((await createVisitorStore(database).details(visitorAt('one', 'anna')))?.visitor.chats).toBe(0);
    expect((await talk.visitor(anna, 'first', 'hello')).ack).toMatchObject({ seq: 1, publicSeq: 1 });
  });

  it('C3: saved as it was said, every character', async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const text = 'Grüße "quoted" \\ \u0001\u2028 👩‍💻 한국어 %_ €';
    const { ack } = await talk.visitor(anna, 'first', text);
    expect((await talk.log('one', ack.conversation))[0]).toEqual({
      ...{ seq: 1, publicSeq: 1, id: messageIdOf('first'), at: MONDAY, recalled: false },
      ...{ sender: { who: 'visitor' }, body: { kind: 'text', text } },
    });
  });
}

function foreignIds(open: Open): void {
  it("T1: another account's visitors and conversations are unknown", async () => {
    const talk = await new Talk(await open()).arrive('one/anna');
    const { change } = await talk.visitor(anna, 'first', 'hello');
    const { conversation } = changed(change);
    const foreign = acting('two', 'eve');
    const key = { account: foreign.account, conversation: conversation.id };
    const never = () => expect.unreachable('nothing is decided about a foreign conversation');
    expect(await talk.store.change(key, never)).toBeNull();
    expect(await talk.store.change({ account: foreign.account, visitor: anna.visitor }, never)).toBeNull();
    expect(await talk.store.find(key)).toBeNull();
    expect(await talk.store.newestOf(foreign.account, anna.visitor)).toBeNull();
    expect(await talk.store.unresolved(foreign.account)).toEqual([]);
    expect(await talk.store.entries(key, { after: 0, before: 99, limit: 9 })).toEqual([]);
    expect(await talk.store.publicEntries(key, { after: 0, before: 99, limit: 9 })).toEqual([]);
    expect(await talk.store.visitors(foreign.account, [anna.visitor])).toEqual(new Map());
    expect(await talk.store.readMarks(foreign.account, agentIdOf('eve'), [conversation.id])).toEqual(new Map());
    expect(await talk.store.search(foreign.account, foreign, { state: 'any' })).toMatchObject({ total: 0 });
    await expect(talk.agent(foreign, anna, 'x', 'hello')).rejects.toMatchObject({ code: 'not_found' });
    await expect(talk.agent(foreign, conversation, 'y', 'hello')).rejects.toMatchObject({ code: 'not_found' });
    expect(await talk.log('one', conversation.id)).toHaveLength(1);
  });
}
