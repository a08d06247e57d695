import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import { rate } from '@vetrina/domain/conversation-afterwards';
import { resolve } from '@vetrina/domain/conversation-agents';
import { agentSays, visitorSays } from '@vetrina/domain/conversation-messages';
import type { Step } from '@vetrina/domain/conversation-step';
import type { Rating } from '@vetrina/protocol/conversation';
import type { AgentId, ConversationId, MessageId } from '@vetrina/protocol/ids';
import type { Dice } from './dice.ts';
import type { DemoVisit } from './past-visits.ts';

/** A conversation of the demo's past, with its whole log. */
export interface DemoTalk {
  readonly conversation: Conversation;
  readonly entries: readonly LogEntry[];
}

/** What was asked, what was answered. */
const TALKS = [
  ['Does the Fico lamp come with a bulb?', 'It does: a warm one, 2,700 K. You can screw in any other E27 bulb.'],
  ['How long does it take to Berlin?', 'Three working days, and you get a number to follow the parcel by.'],
  ['Can I return a lamp if the colour does not fit?', 'Of course, within 30 days. We pay for the way back.'],
  ['Is the Onda plate fit for the dishwasher?', 'Yes, and for the oven up to 180 degrees.'],
  ['Do you make the shade in green, too?', 'Not yet, but we can dye one for you. It takes two weeks.'],
  ['I would like to give this as a present.', 'Lovely! We wrap it, and leave the invoice out of the parcel.'],
  ['My parcel has been in Verona for four days.', 'I am sorry. I have just asked the courier, and it goes on today.'],
] as const;

const THANKS = ['Thank you!', 'Perfect, thanks.', 'That helps a lot.', 'Great, I will order it.'];

const RATED: readonly (readonly [number, Rating | null, string])[] = [
  [55, null, ''],
  [24, 5, ''],
  [5, 5, 'So quick and so kind. The lamp is on its way!'],
  [4, 5, 'Finally a shop where somebody answers.'],
  [6, 3, ''],
  [2, 3, 'Friendly, but I had to wait a little.'],
  [3, 1, ''],
  [1, 1, 'Nobody was there when I needed help.'],
];

const MINUTE = 60_000;
/** In the evening, when nobody is at work any more, more is left unanswered. */
const LATE = 19;

/** What was talked about on this visit: all over by now, and read. */
export function pastTalk(dice: Dice, visit: DemoVisit, agents: readonly AgentId[]): DemoTalk {
  const { key, startedAt, lastPage } = visit;
  const [asked, answered] = dice.pick(TALKS);
  const agent = dice.pick(agents);
  let at = startedAt + dice.wait(50_000);
  const moment = () => ({ at, newId: () => dice.id('') as MessageId });
  const text = (words: string) => ({ id: dice.id('') as MessageId, body: { kind: 'text', text: words } }) as const;
  const isLate = new Date(at).getUTCHours() >= LATE;
  const beginning = {
    ...{ id: dice.id('co') as ConversationId, visitor: key.visitor, group: null, page: lastPage },
    ...{ offline: isLate && dice.next() < 0.5, greeting: null },
  };
  const log = new Log();
  const opened = dice.next() < 0.08;
  if (opened) log.add(agentSays(null, agent, text('Hello! Can I help you find something?'), beginning, moment()));
  log.add(visitorSays(log.current, text(asked), beginning, moment(), () => true));
  if (dice.next() < (isLate ? 0.78 : 0.95)) {
    at += dice.wait(beginning.offline ? 300 * MINUTE : 0.7 * MINUTE);
    log.add(agentSays(log.current, agent, text(answered), beginning, moment()));
    at += dice.wait(0.6 * MINUTE);
    log.add(visitorSays(log.current, text(dice.pick(THANKS)), beginning, moment(), () => true));
  }
  at += dice.wait(6 * MINUTE);
  log.add(resolve(log.now, agent, moment()));
  const [, value, comment] = dice.weighed(RATED.map((line) => [line[0], line] as const));
  at += MINUTE;
  if (value !== null)
    log.rate(rate(log.now, { id: dice.id('') as MessageId, body: { kind: 'rated', value, comment } }, moment()));
  return log.whole();
}

/** Puts one step behind the other. */
class Log {
  current: Conversation | null = null;
  readonly #entries: LogEntry[] = [];

  get now(): Conversation {
    if (this.current === null) throw new Error('nothing was said');
    return this.current;
  }

  add({ next, entries }: Step): void {
    this.current = next;
    this.#entries.push(...entries);
  }

  rate(step: ReturnType<typeof rate>): void {
    if ('next' in step) this.add(step);
  }

  /** With nothing left to read for anybody. */
  whole(): DemoTalk {
    const { lastSeq, lastPublicSeq, visitorMessages, teamMessages } = this.now;
    const read = { teamReadSeq: lastSeq, teamReadMessages: visitorMessages };
    const seen = { visitorReadSeq: lastPublicSeq, visitorReadMessages: teamMessages };
    return { conversation: { ...this.now, waitingSince: null, ...read, ...seen }, entries: this.#entries };
  }
}
