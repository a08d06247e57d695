import type { AgentId, ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import { describe, expect, it } from 'vitest';
import type { Conversation } from './conversation.ts';
import { rate, recall } from './conversation-afterwards.ts';
import { assign, join, leave, reopen, resolve, transfer, unassign } from './conversation-agents.ts';
import {
  agentNotes,
  agentSays,
  excerpt,
  leaveContact,
  opensConversation,
  visitorSays,
} from './conversation-messages.ts';
import { markBefore, unreadByAgent, visitorReads } from './conversation-reading.ts';
import { seesConversation } from './conversation-sight.ts';
import { type Step, standing } from './conversation-step.ts';

const [marta, luca] = ['agmarta', 'agluca'] as [AgentId, AgentId];
const beginning = {
  ...{ id: 'co1' as ConversationId, visitor: 'vianna' as VisitorId, group: 'sales', offline: false, greeting: null },
  page: { url: 'https://shop.example/', title: 'Shop' },
};
const at = (time: number) => ({ at: time, newId: () => `s${time}` as MessageId });
const text = (id: string, words = id) => ({ id: id as MessageId, body: { kind: 'text', text: words } }) as const;
const everyone = () => true;
const kinds = ({ entries }: Step) => entries.map(({ body }) => body.kind);

const waiting = visitorSays(null, text('hello'), beginning, at(10), everyone).next;
const answered = agentSays(waiting, marta, text('yes'), beginning, at(20)).next;
const resolved = resolve(answered, marta, at(30)).next;
const done = (decision: Step | { refused: string }): Step => {
  if ('refused' in decision) throw new Error(decision.refused);
  return decision;
};

describe('messages', () => {
  it('C2: a visitor who writes first begins a new conversation and waits since their first word', () => {
    expect(waiting).toMatchObject({ state: 'new', startedBy: 'visitor', waitingSince: 10, group: 'sales', agents: [] });
    expect(visitorSays(waiting, text('hello?'), beginning, at(15), everyone).next.waitingSince).toBe(10);
  });

  it("C2: an agent's first message joins them, opens the conversation and ends the wait", () => {
    const step = agentSays(waiting, marta, text('yes'), beginning, at(20));
    expect(kinds(step)).toEqual(['joined', 'text']);
    expect(step.next).toMatchObject({ state: 'open', agents: [marta], waitingSince: null, teamMessages: 1 });
  });

  it('A7: whoever is on a conversation already takes over from a chatbot that answers in it', () => {
    const sender = { who: 'automation', name: 'Bot', agent: null } as const;
    const greeting = { id: 'g' as MessageId, at: 25, sender, texts: ['Hi'], opensBox: false, automated: true } as const;
    const step = visitorSays(answered, text('and'), { ...beginning, greeting }, at(40), everyone);
    expect(step.next).toMatchObject({ agents: [marta], automated: true, waitingSince: null });
    expect(agentSays(step.next, marta, text('hi'), beginning, at(50)).next.automated).toBe(false);
    expect(join(standing(step.next), marta, at(50))).toMatchObject({ entries: [], next: { automated: false } });
    expect(join(standing(answered), marta, at(50)).next).toBe(answered);
  });

  it('V8: an agent who writes first opens a conversation of their own', () => {
    const step = agentSays(null, marta, text('hi'), beginning, at(20));
    expect(step.next).toMatchObject({ state: 'open', startedBy: 'agent', agents: [marta], visitorMessages: 0 });
    expect([opensConversation(null), opensConversation(resolved)]).toEqual([true, true]);
    expect([opensConversation(waiting), opensConversation(answered)]).toEqual([false, false]);
  });

  it('C4: a note neither joins, reopens nor is seen by the visitor', () => {
    const body = { kind: 'note', text: 'psst' } as const;
    const step = agentNotes(resolved, luca, { id: 'n' as MessageId, body }, at(40));
    expect(step.next).toMatchObject({ state: 'resolved', agents: [marta], lastPublicSeq: resolved.lastPublicSeq });
    expect(step.entries[0]).toMatchObject({ publicSeq: null, seq: resolved.lastSeq + 1 });
  });

  it('C2: a visitor who writes again reopens a resolved conversation, and those of its agents are on it who are online', () => {
    const step = visitorSays(resolved, text('and'), { ...beginning, id: 'co2' as ConversationId }, at(40), everyone);
    expect(kinds(step)).toEqual(['reopened', 'text']);
    expect(step.entries[0]?.sender).toEqual({ who: 'system' });
    expect(step.next).toMatchObject({ id: 'co1', state: 'open', agents: [marta], waitingSince: 40, resolvedAt: 30 });
    const atNight = visitorSays(resolved, text('and'), beginning, at(40), () => false);
    expect(atNight.next).toMatchObject({ id: 'co1', state: 'new', agents: [], waitingSince: 40 });
  });

  it('C5: the contact form begins a conversation, or stands in the one there is without reopening it', () => {
    const body = { kind: 'contact', name: 'Anna', email: null, phone: null } as const;
    const form = { id: 'c' as MessageId, body, group: null };
    expect(leaveContact(null, form, { ...beginning, offline: true }, at(5)).next).toMatchObject({
      ...{ state: 'new', offline: true, waitingSince: null, visitorMessages: 0 },
    });
    expect(leaveContact(resolved, form, beginning, at(40)).next.state).toBe('resolved');
  });

  it('I2: a group chosen in the form is where the conversation goes, unless somebody is on it already', () => {
    const body = { kind: 'contact', name: 'Anna', email: null, phone: null } as const;
    const form = { id: 'c' as MessageId, body, group: 'support' };
    for (const current of [waiting, resolved])
      expect(leaveContact(current, form, beginning, at(40)).next.group).toBe('support');
    expect(leaveContact(answered, form, beginning, at(40)).next.group).toBe('sales');
  });

  it('C2: a list shows the beginning of a message, and no half of a character', () => {
    expect(excerpt({ kind: 'text', text: `${'a'.repeat(199)}😀` })).toBe('a'.repeat(199));
    expect(excerpt({ kind: 'text', text: `${'a'.repeat(195)}👨‍👩‍👧‍👦` })).toBe('a'.repeat(195));
    expect(excerpt({ kind: 'text', text: `a${'\u0301'.repeat(900)}` })).toHaveLength(200);
    expect(excerpt({ kind: 'text', text: 'short' })).toBe('short');
  });
});

describe('agents', () => {
  it('C2: the last agent to leave leaves it new, unless it is resolved', () => {
    const two = join(standing(answered), luca, at(21)).next;
    expect(leave(two, luca, at(22)).next).toMatchObject({ state: 'open', agents: [marta] });
    expect(leave(answered, marta, at(22)).next).toMatchObject({ state: 'new', agents: [] });
    expect(leave(resolved, marta, at(40)).next).toMatchObject({ state: 'resolved', agents: [] });
  });

  it('C2: several can be assigned, and taken off again', () => {
    const two = assign(answered, luca, marta, at(21));
    expect(two.entries[0]).toMatchObject({ sender: { agent: marta }, body: { kind: 'assigned', agent: luca } });
    expect(two.next.agents).toEqual([marta, luca]);
    expect(unassign(two.next, marta, luca, at(22)).next.agents).toEqual([luca]);
    expect(assign(waiting, luca, marta, at(21)).next.state).toBe('open');
    expect(unassign(answered, marta, luca, at(22)).next.state).toBe('new');
  });

  it('C2: a transfer to an agent replaces everybody, one to a group leaves it new for that group', () => {
    const toLuca = transfer(answered, { to: 'agent', agent: luca }, marta, at(21));
    expect(toLuca.next).toMatchObject({ agents: [luca], state: 'open', group: 'sales' });
    const toSupport = transfer(answered, { to: 'group', group: 'support' }, marta, at(21));
    expect(toSupport.next).toMatchObject({ agents: [], state: 'new', group: 'support' });
    expect(kinds(transfer(resolved, { to: 'agent', agent: luca }, marta, at(40)))).toEqual(['reopened', 'transferred']);
  });

  it('C2: whoever resolves was on it, and nobody waits any more', () => {
    const step = resolve(waiting, luca, at(30));
    expect(kinds(step)).toEqual(['joined', 'resolved']);
    expect(step.next).toMatchObject({ state: 'resolved', agents: [luca], waitingSince: null, resolvedAt: 30 });
  });

  it('C2: reopening brings back who was on it', () => {
    expect(reopen(standing(resolved), { who: 'agent', agent: luca }, at(40)).next).toMatchObject({
      ...{ state: 'open', agents: [marta] },
    });
    const deserted = leave(resolved, marta, at(35)).next;
    expect(reopen(standing(deserted), { who: 'agent', agent: luca }, at(40)).next.state).toBe('new');
  });

  it('C2: what is so already changes nothing', () => {
    for (const step of [
      join(standing(answered), marta, at(21)),
      leave(answered, luca, at(21)),
      assign(answered, marta, luca, at(21)),
      unassign(answered, luca, marta, at(21)),
      transfer(answered, { to: 'agent', agent: marta }, luca, at(21)),
      reopen(standing(answered), { who: 'system' }, at(21)),
    ]) {
      expect(step).toEqual(standing(answered));
    }
    expect(resolve(resolved, luca, at(40))).toEqual(standing(resolved));
  });
});

describe('afterwards', () => {
  const message = agentSays(waiting, marta, text('oops'), beginning, at(20));
  const oops = message.entries.at(-1) ?? null;
  const hello = visitorSays(null, text('hello'), beginning, at(10), everyone).entries[0] ?? null;
  const what = { message: oops, newestBeside: hello, by: marta, mayRecallOthers: false };

  it('V8: an unread message is taken back, and the visitor waits again', () => {
    const step = done(recall(message.next, what, at(25)));
    expect(step.entries[0]?.body).toEqual({ kind: 'recalled', message: 'oops' });
    expect(step.next).toMatchObject({ teamMessages: 0, waitingSince: 10, lastMessage: { text: 'hello', at: 10 } });
  });

  it('V8: what the visitor has read, or somebody else said, is not taken back', () => {
    const read = visitorReads(message.next, 3, 1);
    expect(recall(read, what, at(25))).toEqual({ refused: 'already_read' });
    expect(recall(message.next, { ...what, by: luca }, at(25))).toEqual({ refused: 'forbidden' });
    expect(recall(message.next, { ...what, by: luca, mayRecallOthers: true }, at(25))).toHaveProperty('entries');
    expect(recall(message.next, { ...what, message: hello, mayRecallOthers: true }, at(25))).toEqual({
      refused: 'forbidden',
    });
    expect(recall(message.next, { ...what, message: null }, at(25))).toEqual({ refused: 'not_found' });
    const again = { ...what, message: oops && { ...oops, recalled: true } };
    expect(recall(message.next, again, at(26))).toEqual(standing(message.next));
  });

  it('C6: only what was resolved is rated, also once reopened, and the last rating counts', () => {
    const rating = (value: 1 | 5) =>
      ({ id: `r${value}` as MessageId, body: { kind: 'rated', value, comment: '' } }) as const;
    expect(rate(answered, rating(5), at(25))).toEqual({ refused: 'not_resolved' });
    const bad = done(rate(resolved, rating(1), at(40))).next;
    const open = visitorSays(bad, text('thanks'), beginning, at(50), everyone).next;
    expect(done(rate(open, rating(5), at(60))).next.rating).toBe(5);
  });
});

describe('reading', () => {
  it('C4: marks only go forward, and no further than there is', () => {
    const read = visitorReads(answered, 99, 1);
    expect(read).toMatchObject({ visitorReadSeq: answered.lastPublicSeq, visitorReadMessages: 1 });
    expect(visitorReads(read, 1, 0)).toBe(read);
  });

  it('C2: marked unread, the last message of the visitor is unread again', () => {
    const mark = markBefore(waiting, 1);
    expect(mark).toEqual({ seq: 0, visitorMessages: 0 });
    expect(unreadByAgent(waiting, mark)).toBe(1);
    expect(unreadByAgent(waiting, null)).toBe(1);
    expect(unreadByAgent(waiting, { seq: 1, visitorMessages: 1 })).toBe(0);
  });

  it('T1: an agent with groups sees those groups and what they are on', () => {
    const seen = (agent: AgentId, groups: readonly string[], conversation: Conversation = answered) =>
      seesConversation({ agent, groups }, conversation);
    expect([seen(luca, []), seen(luca, ['sales']), seen(luca, ['support'])]).toEqual([true, true, false]);
    expect(seen(marta, ['support'])).toBe(true);
    expect(seen(luca, ['support'], { ...answered, group: null })).toBe(false);
  });
});
