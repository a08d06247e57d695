import { LIMITS } from '@vetrina/protocol/limits';
import type { VisitorTyping } from '@vetrina/protocol/messages/typing';
import { wireText } from '../loader/wire-text.ts';
import type { BoxEnv } from './browser-env.ts';

const EVERY_MS = 2_000;
/** Nobody types for ever: after so long without a key the server is told that it stopped. */
const PAUSE_MS = 5_000;

/** Says what is being typed, at most every two seconds, and that it stopped. The server keeps to itself what agents may not see. */
export class TypingReport {
  private readonly env: Pick<BoxEnv, 'now' | 'after'>;
  private readonly send: (frame: VisitorTyping) => void;
  private sentAt = Number.NEGATIVE_INFINITY;
  private latest: string | null = null;
  private stopTimer: (() => void) | undefined;
  private stopPause: (() => void) | undefined;

  constructor(env: Pick<BoxEnv, 'now' | 'after'>, send: (frame: VisitorTyping) => void) {
    this.env = env;
    this.send = send;
  }

  typed(draft: string): void {
    this.stopPause?.();
    if (draft.trim() === '') {
      this.stopped();
      return;
    }
    this.latest = draft;
    this.stopPause = this.env.after(PAUSE_MS, () => this.stopped());
    const wait = this.sentAt + EVERY_MS - this.env.now();
    if (wait <= 0) this.tell();
    else this.stopTimer ??= this.env.after(wait, () => this.tell());
  }

  /** Sent, emptied, or left alone. */
  stopped(): void {
    this.stopPause?.();
    this.stopTimer?.();
    this.stopTimer = undefined;
    if (this.latest === null) return;
    this.latest = null;
    this.send({ type: 'typing', text: null });
  }

  private tell(): void {
    this.stopTimer = undefined;
    if (this.latest === null) return;
    this.sentAt = this.env.now();
    this.send({ type: 'typing', text: wireText(this.latest, LIMITS.message) });
  }
}
