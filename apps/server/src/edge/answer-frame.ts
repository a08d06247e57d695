import { ERRORS } from '@vetrina/protocol/errors';
import type { MessageId } from '@vetrina/protocol/ids';
import type { Refused } from '@vetrina/protocol/messages/say';
import { Refusal } from '../platform/refusal.ts';
import type { Connection } from './connection.ts';

/** Told of faults of ours. */
export type Failed = (reason: unknown) => void;

/** Sends what became of something with an id: the answer, or `refused` (C3). A fault of ours asks to send it again later. */
export function answer(connection: Connection, id: MessageId, work: Promise<object>, failed: Failed): void {
  work.then(
    (frame) => connection.send(frame),
    (reason: unknown) => {
      const refusal = refusalOf(reason, failed);
      const { code, plan } = refusal;
      const { retry } = ERRORS[code];
      connection.refused({ type: 'refused', id, code, retry, ...(plan !== undefined && { plan }) } satisfies Refused);
    },
  );
}

/** The same for frames without an id: an answer is sent if `work` comes to one, a refusal is told. */
export function attempt(connection: Connection, about: string, work: () => unknown, failed: Failed): void {
  Promise.resolve()
    .then(work)
    .then(
      (frame) => {
        if (typeof frame === 'object' && frame !== null) connection.send(frame);
      },
      (reason: unknown) => connection.problem(refusalOf(reason, failed).code, about),
    );
}

/** What we could not do now is to be tried again; what it was is for the log alone. */
function refusalOf(reason: unknown, failed: Failed): Refusal {
  if (reason instanceof Refusal) return reason;
  failed(reason);
  return new Refusal('not_ready');
}
