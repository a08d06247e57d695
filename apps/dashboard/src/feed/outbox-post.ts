import type { FileCard, Saying } from '@vetrina/protocol/conversation';
import type { MessageId } from '@vetrina/protocol/ids';
import type { AgentSay, Refused, Said } from '@vetrina/protocol/messages/say';
import type { ToAgent } from '@vetrina/protocol/to-agent';
import { type Addressee, EMPTY_OUTBOX, type Outbox, type OutboxEvent, stepOutbox } from './outbox.ts';
import type { OutboxStore } from './outbox-store.ts';

/** A server that asked to be left alone is asked again after this, ms. */
const REST = 5_000;
/** Without an answer for so long a message is sent again, ms; the server answers a repeat as it did before. */
const ANSWER = 20_000;

export interface Letter {
  readonly to: Addressee;
  readonly audience: AgentSay['audience'];
  readonly saying: Saying;
  readonly file?: FileCard | undefined;
}

export interface OutboxPostOptions {
  readonly store: OutboxStore;
  newId(): MessageId;
  now(): number;
  later(task: () => void, ms: number): () => void;
  send(frame: AgentSay): void;
  changed(): void;
}

/** Runs the outbox: writes first, sends then, forgets after the answer. */
export function openOutboxPost({ store, newId, now, later, send, changed }: OutboxPostOptions) {
  let outbox: Outbox = EMPTY_OUTBOX;
  let lastMadeAt = 0;
  let cancelRest = (): void => undefined;
  /** For each message under way: stops waiting for its answer. */
  const awaited = new Map<MessageId, () => void>();

  const stopWaiting = (id: MessageId): void => {
    awaited.get(id)?.();
    awaited.delete(id);
  };
  const ask = (frame: AgentSay): void => {
    stopWaiting(frame.id);
    awaited.set(
      frame.id,
      later(() => dispatch({ type: 'unanswered', id: frame.id }), ANSWER),
    );
    send(frame);
  };
  const dispatch = (event: OutboxEvent): void => {
    const before = outbox;
    const step = stepOutbox(outbox, event);
    outbox = step.outbox;
    for (const message of step.keep) {
      const settled = (): void => dispatch({ type: 'durable', id: message.id });
      // A browser without a database still sends; only a reload before the answer would lose it.
      store.keep(message).then(settled, settled);
    }
    for (const id of step.forget) store.forget(id).catch(() => undefined);
    for (const frame of step.say) ask(frame);
    if (step.rest) {
      cancelRest();
      cancelRest = later(() => dispatch({ type: 'rested' }), REST);
    }
    if (outbox !== before) changed();
  };

  const answered = (frame: Said | Refused): void => {
    stopWaiting(frame.id);
    dispatch(frame.type === 'said' ? { type: 'said', frame } : { type: 'refused', frame });
  };

  store.load().then(
    (messages) => dispatch({ type: 'found', messages }),
    () => undefined,
  );

  return {
    snapshot: (): Outbox => outbox,
    put({ to, audience, saying, file }: Letter): MessageId {
      const id = newId();
      lastMadeAt = Math.max(now(), lastMadeAt + 1);
      const message = { id, to, audience, saying, file: file ?? null, madeAt: lastMadeAt, refusal: null };
      dispatch({ type: 'put', message });
      return id;
    },
    again: (id: MessageId) => dispatch({ type: 'again', id }),
    discard: (id: MessageId) => dispatch({ type: 'discard', id }),
    lost: () => dispatch({ type: 'lost' }),
    /** Every frame of the server, after the feed heard it. */
    hear(frame: ToAgent): void {
      if (frame.type === 'welcome') dispatch({ type: 'welcomed' });
      else if (frame.type === 'said' || frame.type === 'refused') answered(frame);
      else if (frame.type === 'entry') dispatch({ type: 'shown', ids: [frame.entry.id] });
      else if (frame.type === 'conversation-followed' && frame.found)
        dispatch({ type: 'shown', ids: frame.found.entries.map(({ id }) => id) });
    },
    close() {
      cancelRest();
      for (const id of [...awaited.keys()]) stopWaiting(id);
    },
  };
}

export type OutboxPost = ReturnType<typeof openOutboxPost>;
