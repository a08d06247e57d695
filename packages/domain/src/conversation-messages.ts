import type { AgentId, MessageId } from '@vetrina/protocol/ids';
import type { Greeting } from './automation/greeting.ts';
import type { Conversation, LogBody, LogEntry, Sender } from './conversation.ts';
import { join, reopen } from './conversation-agents.ts';
import { add, type Beginning, begin, isOver, type Moment, type Step, standing } from './conversation-step.ts';

/** What a message is made of. */
export type MessageBody = Extract<LogBody, { kind: 'text' | 'file' }>;

/** Something sent under an id of the sender's. */
export interface Sent<Body extends LogBody = LogBody> {
  readonly id: MessageId;
  readonly body: Body;
}

/**
 * What the visitor writes continues the conversation, opens a resolved one again, or begins one (C2). Of the agents of one
 * that is opened again, those who are online are on it: nobody is to wait for somebody who is not there.
 */
export function visitorSays(
  current: Conversation | null,
  { id, body }: Sent<MessageBody>,
  beginning: Beginning,
  moment: Moment,
  isOnline: (agent: AgentId) => boolean,
): Step {
  const { at } = moment;
  const { greeting } = beginning;
  const step = isOver(current, at)
    ? greet(begin(beginning, greeting === null ? 'visitor' : 'automation', at), greeting, moment)
    : reopen(greet(standing(current), greeting, moment), { who: 'system' }, moment, current.agents.filter(isOnline));
  return add(
    step,
    { id, at, sender: { who: 'visitor' }, body },
    {
      visitorMessages: step.next.visitorMessages + 1,
      waitingSince: step.next.automated ? null : (step.next.waitingSince ?? at),
      lastMessage: { text: excerpt(body), at, by: 'visitor' },
    },
  );
}

/** Does an agent's message open a conversation, as V8 means it, rather than answer in one? */
export function opensConversation(current: Conversation | null): boolean {
  return current === null || current.state === 'resolved';
}

/** An agent's message to the visitor: whoever writes is on the conversation, and the visitor no longer waits. */
export function agentSays(
  current: Conversation | null,
  agent: AgentId,
  { id, body }: Sent<MessageBody>,
  beginning: Beginning,
  moment: Moment,
): Step {
  const { at } = moment;
  const sender: Sender = { who: 'agent', agent };
  const greeted = greet(
    isOver(current, at) ? begin(beginning, 'agent', at) : standing(current),
    beginning.greeting,
    moment,
  );
  const step = join(reopen(greeted, sender, moment), agent, moment);
  return add(
    step,
    { id, at, sender, body },
    {
      teamMessages: step.next.teamMessages + 1,
      // Whoever was on it before it was opened again does not join it.
      automated: false,
      waitingSince: null,
      lastMessage: { text: excerpt(body), at, by: 'agent' },
    },
  );
}

/** A note to colleagues: neither joins nor reopens. */
export function agentNotes(
  conversation: Conversation,
  agent: AgentId,
  { id, body }: Sent<Extract<LogBody, { kind: 'note' }>>,
  { at }: Moment,
): Step {
  return add(standing(conversation), { id, at, sender: { who: 'agent', agent }, body });
}

/**
 * What the contact form said (I2). A message follows by itself, so a resolved conversation is not reopened by this. `group`:
 * chosen in the form; whoever is talking to somebody already stays with them.
 */
export function leaveContact(
  current: Conversation | null,
  { id, body, group }: Sent<Extract<LogBody, { kind: 'contact' }>> & { readonly group: string | null },
  beginning: Beginning,
  moment: Moment,
): Step {
  const { at } = moment;
  const begun = beginning.greeting === null ? 'visitor' : 'automation';
  const open = isOver(current, at) ? begin(beginning, begun, at) : standing(current);
  const step = greet(open, beginning.greeting, moment);
  const goesTo = group === null || step.next.state === 'open' ? {} : { group };
  return add(step, { id, at, sender: { who: 'visitor' }, body }, goesTo);
}

/** A8: what waited for the visitor's answer stands in the conversation, at its own time. Null: nothing waited. */
export function greet(before: Step, greeting: Greeting | null, { newId }: Moment): Step {
  if (greeting === null) return before;
  const { id, at, sender, texts, replies, asks, automated } = greeting;
  const step = { ...before, next: { ...before.next, automated: before.next.automated || automated } };
  return texts.reduce((open, text, place) => {
    const isLast = place === texts.length - 1;
    const body = {
      kind: 'text',
      text,
      ...(isLast && replies && { replies: [...replies] }),
      ...(isLast && asks && { asks }),
    } as const;
    return automationSays(open, { id: place === 0 ? id : newId(), at, sender, body });
  }, step);
}

/** A rule or a chatbot writes into a conversation. Whether the visitor still waits for a person, the caller says. */
export function automationSays(
  step: Step,
  {
    id,
    at,
    sender,
    body,
  }: Pick<LogEntry, 'id' | 'at'> & {
    readonly sender: Extract<Sender, { who: 'automation' }>;
    readonly body: Extract<LogBody, { kind: 'text' }>;
  },
  facts: Partial<Pick<Conversation, 'waitingSince'>> = {},
): Step {
  return add(
    step,
    { id, at, sender, body },
    {
      teamMessages: step.next.teamMessages + 1,
      lastMessage: { text: excerpt(body), at, by: 'automation' },
      ...facts,
    },
  );
}

/** Is this entry a message between visitor and team? */
export function isMessage<Entry extends Pick<LogEntry, 'body'>>(
  entry: Entry,
): entry is Entry & { readonly body: MessageBody } {
  return entry.body.kind === 'text' || entry.body.kind === 'file';
}

/** A8: does the visitor answer with this? A message does, or the form before one; a rating of what was before does not. */
export function isAnswer({ sender, body }: Pick<LogEntry, 'sender' | 'body'>): boolean {
  return sender.who === 'visitor' && (body.kind === 'contact' || isMessage({ body }));
}

/** A8: after this what waited for an answer stands in the conversation; a chatbot that had said nothing yet has no other place. */
export function endsGreeting(entry: Pick<LogEntry, 'sender' | 'body'>): boolean {
  return isAnswer(entry) || (entry.sender.who === 'agent' && isMessage(entry));
}

/** A file has no words of its own; its name is looked up where it is shown. */
const A_FILE = '📎';
const EXCERPT = 200;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of a message for lists and notifications, without half of what people take for a letter at its end. */
export function excerpt(body: MessageBody): string {
  if (body.kind === 'file') return A_FILE;
  const { text } = body;
  if (text.length <= EXCERPT) return text;
  // Marks can be heaped on one letter without end: then it is cut all the same.
  const cut = text.slice(0, letters.segment(text.slice(0, 2 * EXCERPT)).containing(EXCERPT)?.index || EXCERPT);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
