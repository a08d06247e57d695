import type { FileCard, Saying } from '@vetrina/protocol/conversation';
import type { ConversationId, MessageId } from '@vetrina/protocol/ids';
import type { AgentSay, Refused, Said } from '@vetrina/protocol/messages/say';

export type Addressee = AgentSay['to'];

/** A message as it is kept until the server has it. */
export interface Outgoing {
  readonly id: MessageId;
  readonly to: Addressee;
  readonly audience: AgentSay['audience'];
  readonly saying: Saying;
  /** For a file: what is shown of it meanwhile. */
  readonly file: FileCard | null;
  /** Our clock, ms; strictly rising in one screen, so that it also is the order. */
  readonly madeAt: number;
  readonly refusal: Pick<Refused, 'code' | 'plan'> | null;
}

/** `writing`: not yet durable. `resting`: the server asked to come back later. `said`: shown until its entry is. */
export type Standing =
  | { readonly is: 'writing' | 'waiting' | 'sent' | 'resting' | 'refused' }
  | { readonly is: 'said'; readonly conversation: ConversationId };

export interface Queued {
  readonly message: Outgoing;
  readonly standing: Standing;
}

/** C3: what this agent said and the server has not yet taken, in the order it was said. */
export interface Outbox {
  readonly isUp: boolean;
  readonly queue: readonly Queued[];
}

export const EMPTY_OUTBOX: Outbox = { isUp: false, queue: [] };

export type OutboxEvent =
  /** What an earlier life of this screen left behind. */
  | { type: 'found'; messages: readonly Outgoing[] }
  | { type: 'put'; message: Outgoing }
  /** It survives a reload from now on. */
  | { type: 'durable'; id: MessageId }
  | { type: 'welcomed' }
  | { type: 'lost' }
  | { type: 'said'; frame: Said }
  | { type: 'refused'; frame: Refused }
  /** It was sent, and no answer came for a long time although the line is up. */
  | { type: 'unanswered'; id: MessageId }
  /** The server was given its rest. */
  | { type: 'rested' }
  /** The entry with this id stands on screen. */
  | { type: 'shown'; ids: readonly MessageId[] }
  | { type: 'again'; id: MessageId }
  | { type: 'discard'; id: MessageId };

/** What is to be done about it, in this order: store, forget, say. `rest`: tell `rested` after a while. */
export interface OutboxStep {
  readonly outbox: Outbox;
  readonly keep: readonly Outgoing[];
  readonly forget: readonly MessageId[];
  readonly say: readonly AgentSay[];
  readonly rest: boolean;
}

/** One step of the outbox: pure, so that its laws can be tested without a socket or a database. */
export function stepOutbox(outbox: Outbox, event: OutboxEvent): OutboxStep {
  switch (event.type) {
    case 'found':
      return pump({ ...outbox, queue: merge(outbox.queue, event.messages) });
    case 'put': {
      const queued: Queued = { message: event.message, standing: { is: 'writing' } };
      return pump({ ...outbox, queue: [...outbox.queue, queued] }, { keep: [event.message] });
    }
    case 'durable':
      return pump(stand(outbox, event.id, (now) => (now.is === 'writing' ? { is: 'waiting' } : now)));
    case 'welcomed':
      return pump({ isUp: true, queue: outbox.queue.map(waitAgain) });
    case 'lost':
      return pump({ isUp: false, queue: outbox.queue.map(waitAgain) });
    case 'said': {
      const { id, conversation } = event.frame;
      return pump(
        stand(outbox, id, () => ({ is: 'said', conversation })),
        { forget: [id] },
      );
    }
    case 'refused':
      return refuse(outbox, event.frame);
    case 'unanswered':
      return pump(stand(outbox, event.id, (now) => (now.is === 'sent' ? { is: 'waiting' } : now)));
    case 'rested':
      return pump({
        ...outbox,
        queue: outbox.queue.map((each) => (each.standing.is === 'resting' ? waitAgain(each) : each)),
      });
    case 'shown': {
      // Also what was never answered: the answer may have been lost with its line, and the entry says the same.
      const shown = outbox.queue.filter(({ message }) => event.ids.includes(message.id));
      if (shown.length === 0) return pump(outbox);
      const forget = shown.filter(({ standing }) => standing.is !== 'said').map(({ message }) => message.id);
      return pump({ ...outbox, queue: outbox.queue.filter((each) => !shown.includes(each)) }, { forget });
    }
    case 'again':
      return tryAgain(outbox, event.id);
    case 'discard':
      return pump(
        { ...outbox, queue: outbox.queue.filter(({ message }) => message.id !== event.id) },
        { forget: [event.id] },
      );
  }
}

/** Refused messages stay beside what was said after them; what the last life left goes before what this one says. */
function merge(queue: readonly Queued[], found: readonly Outgoing[]): readonly Queued[] {
  const known = new Set(queue.map(({ message }) => message.id));
  const left = found
    .filter(({ id }) => !known.has(id))
    .map((message): Queued => ({ message, standing: { is: message.refusal ? 'refused' : 'waiting' } }))
    .sort((a, b) => a.message.madeAt - b.message.madeAt);
  return [...left, ...queue];
}

function waitAgain(queued: Queued): Queued {
  const { is } = queued.standing;
  return is === 'sent' || is === 'resting' ? { ...queued, standing: { is: 'waiting' } } : queued;
}

function stand(outbox: Outbox, id: MessageId, next: (now: Standing) => Standing): Outbox {
  const queue = outbox.queue.map((each) =>
    each.message.id === id ? { ...each, standing: next(each.standing) } : each,
  );
  return { ...outbox, queue };
}

function refuse(outbox: Outbox, { id, code, retry, plan }: Refused): OutboxStep {
  const refused = outbox.queue.find(({ message }) => message.id === id);
  if (!refused) return pump(outbox);
  if (retry) return { ...pump(stand(outbox, id, () => ({ is: 'resting' }))), rest: true };
  const message: Outgoing = { ...refused.message, refusal: { code, ...(plan && { plan }) } };
  const queue = outbox.queue.map(
    (each): Queued => (each === refused ? { message, standing: { is: 'refused' } } : each),
  );
  return pump({ ...outbox, queue }, { keep: [message] });
}

/** The same id: the server gives a repeat its first answer, so that trying again never doubles. */
function tryAgain(outbox: Outbox, id: MessageId): OutboxStep {
  const refused = outbox.queue.find(({ message, standing }) => message.id === id && standing.is === 'refused');
  if (!refused) return pump(outbox);
  const message: Outgoing = { ...refused.message, refusal: null };
  const queue = outbox.queue.map(
    (each): Queued => (each === refused ? { message, standing: { is: 'waiting' } } : each),
  );
  return pump({ ...outbox, queue }, { keep: [message] });
}

/**
 * Sends what may be sent: of each conversation the oldest, if nothing of it is under way. What was said to a visitor before it
 * was known in which conversation goes before what was said in conversations later, because it may be the same one.
 */
function pump(outbox: Outbox, todo: { keep?: readonly Outgoing[]; forget?: readonly MessageId[] } = {}): OutboxStep {
  const say: AgentSay[] = [];
  const busy = new Set<string>();
  let isOpening = false;
  const queue = outbox.queue.map((each): Queued => {
    const { message, standing } = each;
    if (standing.is === 'refused' || standing.is === 'said') return each;
    const line = lineOf(message.to);
    const isFirst = !busy.has(line) && !(isOpening && message.to.to === 'conversation');
    busy.add(line);
    isOpening ||= message.to.to === 'visitor';
    if (!isFirst || !outbox.isUp || standing.is !== 'waiting') return each;
    say.push(frameOf(message));
    return { message, standing: { is: 'sent' } };
  });
  return {
    outbox: say.length > 0 ? { ...outbox, queue } : outbox,
    keep: todo.keep ?? [],
    forget: todo.forget ?? [],
    say,
    rest: false,
  };
}

function frameOf({ id, to, audience, saying }: Outgoing): AgentSay {
  return { type: 'say', id, to, audience, saying };
}

function lineOf(to: Addressee): string {
  return to.to === 'conversation' ? to.conversation : to.visitor;
}
