import type { Face, PublicEntry } from '@vetrina/protocol/conversation';
import type { PendingMessage } from '@vetrina/protocol/messages/automatic-message';
import type { BoxState } from '@vetrina/protocol/messages/chat';
import type { Line } from '../bridge.ts';
import type { Answered } from './contact-form.ts';
import type { ConversationLog } from './conversation-log.ts';
import type { OutboxItem } from './outbox/outbox-item.ts';
import type { Texts } from './texts.ts';
import type { Upload } from './uploads.ts';

/** Everything the box shows at one moment. */
export interface BoxModel {
  readonly texts: Texts;
  readonly color: string;
  readonly line: Line;
  readonly team: BoxState;
  readonly log: ConversationLog;
  readonly outbox: readonly OutboxItem[];
  readonly uploads: readonly Upload[];
  readonly typing: Face | null;
  readonly fetchingOlder: boolean;
  /** What the server's clock is ahead of this browser's, ms. */
  readonly clockAhead: number;
  readonly open: boolean;
  /** A message opened it, and the visitor has not taken it up yet: the focus stays where they have it. */
  readonly quietly: boolean;
  /** The last word of the page about whether there is a box. */
  readonly page: 'show' | 'hide' | 'silent';
  /** The panel fills the window. */
  readonly phone: boolean;
  /** The window is one in which settings hide the box on phones. */
  readonly narrow: boolean;
  /** A8: stands in no conversation before it is answered. */
  readonly pending: PendingMessage | null;
  /** Of one author; none: there is no popup. */
  readonly popup: readonly PublicEntry[];
  readonly muted: boolean;
  readonly draft: string;
  readonly answered: Answered;
  /** Told in passing. */
  readonly notice: string | null;
}

/** One value that others watch. */
export class Watched<Value extends object> {
  private value: Value;
  private readonly watchers = new Set<(value: Value, before: Value) => void>();

  constructor(value: Value) {
    this.value = value;
  }

  get(): Value {
    return this.value;
  }

  set(changes: Partial<Value>): void {
    const before = this.value;
    const differs = (Object.keys(changes) as (keyof Value)[]).some((key) => changes[key] !== before[key]);
    if (!differs) return;
    this.value = { ...before, ...changes };
    for (const watcher of [...this.watchers]) watcher(this.value, before);
  }

  watch(watcher: (value: Value, before: Value) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}
