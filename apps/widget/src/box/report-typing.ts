import { LIMITS } from '@vetrina/protocol/limits';
import type { VisitorTyping } from '@vetrina/protocol/messages/typing';
import { wireText } from '../loader/wire-text.ts';
import type { BoxEnv } from './browser-env.ts';

const EVERY_MS = 2_000;
/** Nobody types for ever: after so long without a key the server is told that it stopped. */
const PAUSE_MS = 5_000;

interface TypingPorts {
  readonly env: Pick<BoxEnv, 'now' | 'after'>;
  /** Agents of this account see the words; otherwise those stay in this browser, and only that somebody types is told. */
  readonly preview: boolean;
  send(frame: VisitorTyping): void;
}

/** Says that, or what, is being typed, at most every two seconds, and that it stopped. */
export class TypingReport {
  private readonly ports: TypingPorts;
  private sentAt = Number.NEGATIVE_INFINITY;
  private latest: string | null = null;
  private stopTimer: (() => void) | undefined;
  private stopPause: (() => void) | undefined;

  constructor(ports: TypingPorts) {
    this.ports = ports;
  }

  typed(draft: string): void {
    this.stopPause?.();
    if (draft.trim() === '') {
      this.stopped();
      return;
    }
    const { env } = this.ports;
    this.latest = draft;
    this.stopPause = env.after(PAUSE_MS, () => this.stopped());
    const wait = this.sentAt + EVERY_MS - env.now();
    if (wait <= 0) this.tell();
    else this.stopTimer ??= env.after(wait, () => this.tell());
  }

  /** Sent, emptied, or left alone. */
  stopped(): void {
    this.stopPause?.();
    this.stopTimer?.();
    this.stopTimer = undefined;
    if (this.latest === null) return;
    this.latest = null;
    this.ports.send({ type: 'typing', text: null });
  }

  private tell(): void {
    this.stopTimer = undefined;
    if (this.latest === null) return;
    const { env, preview, send } = this.ports;
    this.sentAt = env.now();
    send({ type: 'typing', text: preview ? wireText(this.latest, LIMITS.message) : '' });
  }
}
