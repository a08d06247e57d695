import type { MessageId } from '@vetrina/protocol/ids';
import { randomId } from '../loader/random-id.ts';

/** Time and chance, handed to everything in the box that decides. */
export interface BoxEnv {
  /** This browser's clock, ms since 1970. Orders what was written here; never compared with the server's. */
  now(): number;
  /** Runs a task in `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
  /** Every `ms` until cancelled by the returned function. */
  every(ms: number, task: () => void): () => void;
  newId(): MessageId;
}

export function browserEnv(w: Window & typeof globalThis): BoxEnv {
  return {
    now: () => Date.now(),
    after(ms, task) {
      const timer = w.setTimeout(task, ms);
      return () => w.clearTimeout(timer);
    },
    every(ms, task) {
      const timer = w.setInterval(task, ms);
      return () => w.clearInterval(timer);
    },
    newId: () => randomId(w.crypto) as MessageId,
  };
}
