import type { MessageId } from '@vetrina/protocol/ids';
import type { Done, Said } from '@vetrina/protocol/messages/say';
import type { BoxEnv } from '../browser-env.ts';
import type { OutboxItem } from './outbox-item.ts';

export type Yes = Said | Done;

interface TellOncePorts {
  readonly env: Pick<BoxEnv, 'after'>;
  /** Takes the item out of the outbox; true for one of several tabs that do so. */
  take(id: MessageId): Promise<boolean>;
  /** Lets the other tabs know that the server has it. */
  tellTabs(answer: Yes): void;
  /** Lets the page know. */
  told(item: OutboxItem, answer: Yes): void;
}

/** So long the page on which something was written has to take it out. A busy one takes less, a frozen one more. */
const WRITER_MS = 1_000;

/**
 * Tells a page, once, that the server has what was written: the one on which it was, whichever tab sends for all; where that
 * one is gone (the visitor went on to the next page), the one that sent it. Who takes an item out of the store tells.
 */
export class TellOnce {
  private readonly ports: TellOncePorts;
  private readonly written = new Map<MessageId, OutboxItem>();

  constructor(ports: TellOncePorts) {
    this.ports = ports;
  }

  /** Written on this page. */
  wrote(item: OutboxItem): void {
    this.written.set(item.frame.id, item);
  }

  /** What was written on this page and has not been told of yet. */
  ownItem(id: MessageId): OutboxItem | undefined {
    return this.written.get(id);
  }

  /** The visitor of this page becomes another. */
  forget(): void {
    this.written.clear();
  }

  /** The server has it, as this or another tab has heard. */
  async answered(item: OutboxItem, answer: Yes): Promise<void> {
    if (!this.written.delete(item.frame.id)) {
      const { env, tellTabs } = this.ports;
      tellTabs(answer);
      await new Promise<void>((resolve) => env.after(WRITER_MS, resolve));
    }
    if (await this.ports.take(item.frame.id)) this.ports.told(item, answer);
  }
}
