import type { AgentId, ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import type { Greeting } from './automation/greeting.ts';
import { assign, join, resolve, transfer } from './conversation-agents.ts';
import { type BotSender, botIsDone, handOver, resolveByBot } from './conversation-bots.ts';
import { agentSays, visitorSays } from './conversation-messages.ts';
import { begin, standing } from './conversation-step.ts';

const marta = 'agmarta' as AgentId;
const BOT: BotSender = { who: 'automation', name: 'Bot', agent: null };
const moment = (at: number) => ({ at, newId: () => `s${at}` as MessageId });
const text = (id: string) => ({ id: id as MessageId, body: { kind: 'text', text: id } }) as const;
const everyone = () => true;

const greeting = (automated: boolean): Greeting => ({
  ...{ id: 'greeting' as MessageId, at: 5, sender: BOT, texts: ['Hello', 'What is it?'], replies: ['This', 'That'] },
  ...{ opensBox: false, automated },
});

const beginning = {
  ...{ id: 'co1' as ConversationId, visitor: 'vi1' as VisitorId, group: 'sales', page: null, offline: false },
  greeting: greeting(true),
};
const talking = visitorSays(null, text('This'), beginning, moment(10), everyone);

test('A8: the greeting stands before the answer, at its own time, with what was offered to choose from', () => {
  expect(talking.entries.map(({ at, publicSeq, body }) => [at, publicSeq, body])).toEqual([
    [5, 1, { kind: 'text', text: 'Hello' }],
    [5, 2, { kind: 'text', text: 'What is it?', replies: ['This', 'That'] }],
    [10, 3, { kind: 'text', text: 'This' }],
  ]);
  expect(talking.next).toMatchObject({ startedBy: 'automation', teamMessages: 2, visitorMessages: 1 });
});

test('A7: while a bot answers nobody of the team is waited for', () => {
  expect(talking.next).toMatchObject({ automated: true, waitingSince: null });
  const asRule = visitorSays(null, text('Hi'), { ...beginning, greeting: greeting(false) }, moment(10), everyone);
  expect(asRule.next).toMatchObject({ automated: false, waitingSince: 10 });
});

test.each([
  ['writes', () => agentSays(talking.next, marta, text('I am here'), { ...beginning, greeting: null }, moment(20))],
  ['joins', () => join(standing(talking.next), marta, moment(20))],
  ['is given it', () => assign(talking.next, marta, marta, moment(20))],
  ['gives it to a group', () => transfer(talking.next, { to: 'group', group: 'sales2' }, marta, moment(20))],
  ['resolves it', () => resolve(talking.next, marta, moment(20))],
])('A7: the bot is over when somebody of the team %s', (_, act) => {
  expect(act().next.automated).toBe(false);
});

test.each([
  [{ to: 'anyone' }, { to: 'team' }, { state: 'new', agents: [], group: 'sales' }],
  [
    { to: 'group', group: 'support' as never },
    { to: 'group', group: 'support' },
    { state: 'new', group: 'support' },
  ],
  [
    { to: 'agent', agent: marta },
    { to: 'agent', agent: marta },
    { state: 'open', agents: [marta], group: 'sales' },
  ],
] as const)('A7: handed over to %j the visitor waits for a person', (to, told, facts) => {
  const { next, entries } = handOver(standing(talking.next), BOT, to, moment(20));
  expect(next).toMatchObject({ automated: false, waitingSince: 20, ...facts });
  expect(entries).toMatchObject([{ sender: BOT, publicSeq: null, body: { kind: 'transferred', to: told } }]);
});

test('A7: what the bot resolved is resolved', () => {
  const { next, entries } = resolveByBot(standing(talking.next), BOT, moment(20));
  expect(next).toMatchObject({ state: 'resolved', resolvedAt: 20, automated: false, waitingSince: null });
  expect(entries).toMatchObject([{ body: { kind: 'resolved' } }]);
});

test('A7: a bot that is done leaves nobody alone who had written to the team, or was left in the middle', () => {
  const done = (leavesWaiting: boolean, startedBy: 'automation' | 'visitor') =>
    botIsDone(standing({ ...talking.next, startedBy }), BOT, leavesWaiting, moment(20));
  expect(done(false, 'automation')).toMatchObject({ next: { automated: false, waitingSince: null }, entries: [] });
  expect(done(true, 'automation')).toMatchObject({
    next: { waitingSince: 20 },
    entries: [{ body: { kind: 'transferred' } }],
  });
  expect(done(false, 'visitor')).toMatchObject({ next: { waitingSince: 20 } });
  const human = begin({ ...beginning, greeting: null }, 'visitor', 5);
  expect(botIsDone(human, BOT, true, moment(20))).toBe(human);
});
