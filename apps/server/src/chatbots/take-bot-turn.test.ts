import type { KnownContact } from '@vetrina/domain/automation/greeting';
import { newBotState } from '@vetrina/domain/chatbots/bot-state';
import { drawFlow, END, say } from '@vetrina/domain/chatbots/sketch';
import { begin } from '@vetrina/domain/conversation-step';
import type { ChatbotId, ConversationId, FlowBlockId, MessageId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { idText } from '../../test/world-samples.ts';
import type { BotStanding } from './ports.ts';
import { takeBotTurn } from './take-bot-turn.ts';

const NOW = 1_000_000;
const visitor = 'vi1' as VisitorId;
const bot = 'cb1' as ChatbotId;
const flow = drawFlow(
  {
    wait: { block: { kind: 'delay', seconds: 60 }, to: { next: 'hello' } },
    hello: say('Hello again!', 'end'),
    end: END,
  },
  (() => {
    let made = 0;
    return () => idText('fb', ++made) as FlowBlockId;
  })(),
);

const contact: KnownContact = {
  ...{ id: 'm1' as MessageId, at: NOW - 60_000, by: { kind: 'agent' }, heldOut: false, visit: 'vs1' as VisitId },
  ...{ page: null, chatbot: bot, seenAt: null, dismissedAt: null, answeredAt: null, goalAt: null },
  greeting: {
    ...{ id: 'm1' as MessageId, at: NOW - 60_000, sender: { who: 'automation', name: 'Bot', agent: null } },
    ...{ texts: ['Hello!'], opensBox: false, automated: true },
  },
};

/** Of an earlier bot, whose visitor left without an answer. */
const left = begin(
  { id: 'co1' as ConversationId, visitor, group: null, page: null, offline: false, greeting: null },
  'automation',
  0,
).next;

test('A8: what an earlier bot left behind is no place for one whose greeting waits', async () => {
  const standing: BotStanding = {
    talk: {
      ...{ chatbot: bot, contact: contact.id, conversation: left.id, heardSeq: 0, pending: null },
      state: {
        ...newBotState(0),
        doing: { is: 'at', block: flow.start as FlowBlockId, waits: { for: 'time', until: NOW } },
      },
    },
    ...{ chatbot: { name: 'Bot', flow }, current: { ...left, automated: true }, contact, unheard: [] },
  };
  const person = { name: null, email: null, phone: null, userId: null, city: null, country: null };
  const turned = await takeBotTurn(
    {
      log: {
        async turn(_key, decide) {
          const turn = decide(standing);
          return turn === null ? null : { turn, written: null, contact: null };
        },
        waitingTalks: async () => [],
      },
      ids: { message: () => 'm2' as MessageId },
    },
    { account: 'ac1' as never, visitor },
    { came: 'time' },
    {
      ...{ at: NOW, person, visitor: undefined, page: { address: '', title: '' } },
      team: { isThere: false, agents: [], groups: [] },
    },
    'may-talk',
  );
  expect(turned?.turn.place).toMatchObject({ in: 'greeting', greeting: { texts: ['Hello!', 'Hello again!'] } });
});
