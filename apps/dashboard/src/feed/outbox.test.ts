import { conversationId, messageId, visitorId } from '@vetrina/protocol/ids';
import type { AgentSay } from '@vetrina/protocol/messages/say';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_OUTBOX, type Outbox, type OutboxEvent, type Outgoing, stepOutbox } from './outbox.ts';

const TALKS = ['a', 'b'].map((letter) => conversationId.parse(`co${letter.repeat(22)}`));

function message(number: number, talk = 0): Outgoing {
  return {
    id: messageId.parse(String(number).padStart(22, '0')),
    to: { to: 'conversation', conversation: TALKS[talk] ?? conversationId.parse('') },
    audience: 'everyone',
    saying: { kind: 'text', text: `${number}` },
    file: null,
    madeAt: number,
    refusal: null,
  };
}

const said = (number: number, talk = 0): OutboxEvent => ({
  type: 'said',
  frame: {
    type: 'said',
    id: message(number).id,
    conversation: TALKS[talk] ?? conversationId.parse(''),
    seq: number,
    at: 0,
  },
});

const refused = (number: number, retry: boolean): OutboxEvent => ({
  type: 'refused',
  frame: { type: 'refused', id: message(number).id, code: retry ? 'not_ready' : 'blocked', retry },
});

const put = (number: number, talk = 0): OutboxEvent[] => [
  { type: 'put', message: message(number, talk) },
  { type: 'durable', id: message(number).id },
];

function run(...events: OutboxEvent[]) {
  let outbox: Outbox = EMPTY_OUTBOX;
  const sent: string[] = [];
  for (const event of events) {
    const step = stepOutbox(outbox, event);
    outbox = step.outbox;
    for (const frame of step.say) sent.push(textOf(frame));
  }
  return { outbox, sent };
}

const textOf = (frame: AgentSay): string => (frame.saying.kind === 'text' ? frame.saying.text : '');

test('C3: nothing is sent before it is written down', () => {
  const [write, durable] = put(1);
  if (!write || !durable) throw new Error('unreachable');
  expect(run({ type: 'welcomed' }, write).sent).toEqual([]);
  expect(run({ type: 'welcomed' }, write, durable).sent).toEqual(['1']);
  expect(stepOutbox(EMPTY_OUTBOX, write).keep).toHaveLength(1);
});

test('C3: one message of a conversation is under way at a time, those of others beside it', () => {
  expect(run({ type: 'welcomed' }, ...put(1), ...put(2), ...put(3, 1)).sent).toEqual(['1', '3']);
  expect(run({ type: 'welcomed' }, ...put(1), ...put(2), said(1)).sent).toEqual(['1', '2']);
});

test('C3: what was said before the conversation was known goes before what was said in it', () => {
  const opening = (number: number): OutboxEvent[] => {
    const to = { to: 'visitor', visitor: visitorId.parse(`vi${'v'.repeat(22)}`) } as const;
    return [
      { type: 'put', message: { ...message(number), to } },
      { type: 'durable', id: message(number).id },
    ];
  };
  const events = [{ type: 'welcomed' } as const, ...opening(1), ...opening(2), ...put(3)];
  expect(run(...events).sent).toEqual(['1']);
  expect(run(...events, said(1)).sent).toEqual(['1', '2']);
  expect(run(...events, said(1), said(2)).sent).toEqual(['1', '2', '3']);
});

test('C3: whose answer was lost with its line has arrived when its entry is shown, and is not kept any longer', () => {
  const shown = { type: 'shown', ids: [message(1).id] } as const;
  const { outbox } = run({ type: 'welcomed' }, ...put(1), ...put(2), { type: 'lost' });
  const step = stepOutbox(outbox, shown);
  expect(step.forget).toEqual([message(1).id]);
  expect(step.outbox.queue.map((queued) => queued.message.id)).toEqual([message(2).id]);
  expect(run({ type: 'welcomed' }, ...put(1), ...put(2), shown).sent).toEqual(['1', '2']);
});

test('C3: what was not answered is sent again after every welcome, in its order', () => {
  const { sent } = run({ type: 'welcomed' }, ...put(1), ...put(2), { type: 'lost' }, { type: 'welcomed' }, said(1));
  expect(sent).toEqual(['1', '1', '2']);
});

test('C3: a reload sends what the last life left, refused ones stay where they are', () => {
  const left = [message(2), { ...message(1), refusal: { code: 'blocked' as const } }];
  const { outbox, sent } = run({ type: 'welcomed' }, { type: 'found', messages: left });
  expect(sent).toEqual(['2']);
  expect(outbox.queue.map(({ standing }) => standing.is)).toEqual(['refused', 'sent']);
});

test('C3: a refusal stands at its message, and the next one goes on', () => {
  const { outbox, sent } = run({ type: 'welcomed' }, ...put(1), ...put(2), refused(1, false));
  expect(sent).toEqual(['1', '2']);
  expect(outbox.queue[0]).toMatchObject({ standing: { is: 'refused' }, message: { refusal: { code: 'blocked' } } });
});

test('C3: asked to come back later, the message waits and keeps its place', () => {
  const events = [{ type: 'welcomed' } as const, ...put(1), ...put(2), refused(1, true)];
  expect(run(...events).sent).toEqual(['1']);
  expect(run(...events, { type: 'rested' }).sent).toEqual(['1', '1']);
});

test('C3: what is not answered on a line that is up is sent again, and no more than that', () => {
  const unanswered: OutboxEvent = { type: 'unanswered', id: message(1).id };
  const { sent } = run({ type: 'welcomed' }, ...put(1), ...put(2), unanswered, said(1), unanswered);
  expect(sent).toEqual(['1', '1', '2']);
});

test('C3: a message stays on screen until its entry does', () => {
  expect(run({ type: 'welcomed' }, ...put(1), said(1)).outbox.queue).toHaveLength(1);
  const shown: OutboxEvent = { type: 'shown', ids: [message(1).id] };
  expect(run({ type: 'welcomed' }, ...put(1), said(1), shown).outbox.queue).toHaveLength(0);
});

type Trouble = 'lost' | 'answer' | 'swallow' | 'retry' | 'drop' | 'deaf';

/** A server that takes each id once, and a line that may swallow its answers. */
class Server {
  outbox: Outbox = EMPTY_OUTBOX;
  readonly taken: number[] = [];
  private wire: number[] = [];
  private readonly talks: readonly number[];

  constructor(talks: readonly number[]) {
    this.talks = talks;
    this.dispatch({ type: 'welcomed' });
    for (const event of talks.flatMap((talk, number) => put(number, talk))) this.dispatch(event);
  }

  private dispatch(event: OutboxEvent): void {
    const step = stepOutbox(this.outbox, event);
    this.outbox = step.outbox;
    for (const frame of step.say) this.wire.push(Number(textOf(frame)));
  }

  private take(): number | undefined {
    const number = this.wire.shift();
    if (number !== undefined && !this.taken.includes(number)) this.taken.push(number);
    return number;
  }

  suffer(trouble: Trouble): void {
    if (trouble === 'retry') {
      const number = this.wire.shift();
      if (number !== undefined) this.dispatch(refused(number, true));
      return;
    }
    if (trouble === 'drop' || trouble === 'deaf') {
      // Dropped by a limit, or answered into the void, on a line that stays up.
      const number = trouble === 'deaf' ? this.take() : this.wire.shift();
      if (number !== undefined) this.dispatch({ type: 'unanswered', id: message(number).id });
      return;
    }
    // Swallowed: committed, but the acknowledgement is lost with the line.
    const number = trouble === 'lost' ? undefined : this.take();
    if (trouble !== 'answer') {
      this.dispatch({ type: 'lost' });
      this.wire = [];
      this.dispatch({ type: 'welcomed' });
    } else if (number !== undefined) {
      this.dispatch(said(number, this.talks[number]));
    }
  }
}

test('C3: every message reaches the server at least once, and the first arrivals of a conversation are in order', () => {
  const troubles = fc.array(fc.constantFrom<Trouble[]>('lost', 'answer', 'swallow', 'retry', 'drop', 'deaf'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(troubles, fc.array(fc.nat(1), { minLength: 1, maxLength: 12 }), (suffered, talks) => {
      const server = new Server(talks);
      for (const trouble of [...suffered, 'lost' as const]) server.suffer(trouble);
      for (const _ of talks) server.suffer('answer');
      expect([...server.taken].sort((a, b) => a - b)).toEqual(talks.map((_, number) => number));
      for (const talk of [0, 1]) {
        const inTalk = server.taken.filter((number) => talks[number] === talk);
        expect(inTalk).toEqual([...inTalk].sort((a, b) => a - b));
      }
    }),
  );
});
