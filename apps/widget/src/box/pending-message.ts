import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { FromRules } from '@vetrina/protocol/from-visitor';
import type { MessageId } from '@vetrina/protocol/ids';
import type { PendingMessage } from '@vetrina/protocol/messages/automatic-message';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { BoxMemory } from './box-memory.ts';
import type { BoxModel, Watched } from './box-model.ts';
import { EMPTY_LOG } from './conversation-log.ts';
import { pendingEntries } from './pending.ts';
import type { Popup } from './popup.ts';

interface PendingPorts {
  readonly model: Watched<BoxModel>;
  readonly memory: Pick<BoxMemory, 'handled' | 'handle'>;
  readonly popup: Pick<Popup, 'pend' | 'shows' | 'dismiss'>;
  send(frame: FromRules): boolean;
  /** The panel is open, drawn, and in a tab that is in front. */
  isInSight(): boolean;
  /** It was not there before on this page. */
  arrived(entries: readonly PublicEntry[]): void;
}

/**
 * A8: the automatic message that stands in no conversation before the visitor answers. Tells the server once that it was
 * shown, and that it was closed; what it shows where is the popup's and the list's.
 */
export class PendingMessages {
  private readonly ports: PendingPorts;
  /** What was told of as shown; forgotten with every welcome, as the word may be lost. */
  private toldSeen: MessageId | null = null;
  private readonly known = new Set<MessageId>();

  constructor(ports: PendingPorts) {
    this.ports = ports;
  }

  hear(frame: ToVisitor): void {
    if (frame.type === 'welcome') this.toldSeen = null;
    if (frame.type === 'welcome' || frame.type === 'automatic-message') this.put(frame.message);
  }

  /** Was the page told of this entry when it was no entry yet? */
  wasTold(id: MessageId): boolean {
    return this.known.has(id);
  }

  /** The popup shows it, or something else may have come into sight. */
  looked(): void {
    const { model, popup, send, isInSight } = this.ports;
    const { pending } = model.get();
    if (!pending) return;
    const isInPanel = isInSight();
    if (isInPanel && !model.get().quietly) this.read();
    if (pending.seen || this.toldSeen === pending.id || !(isInPanel || popup.shows(pending.id))) return;
    if (send({ type: 'automatic-message-seen', id: pending.id })) this.toldSeen = pending.id;
  }

  /** Read in the panel: it waits there for an answer, and pops up nowhere any more. */
  read(): void {
    const { model, memory, popup } = this.ports;
    const { pending } = model.get();
    if (!pending || memory.handled().id === pending.id) return;
    memory.handle(pending.id, false);
    popup.dismiss();
  }

  /** Closed by the visitor: quiet from now on. */
  close(): void {
    const { model, memory, popup } = this.ports;
    const { pending } = model.get();
    if (!pending) return;
    memory.handle(pending.id, true);
    this.tellClosed(pending.id);
    model.set({ pending: null });
    popup.pend(null);
  }

  forget(): void {
    this.known.clear();
    this.put(null);
  }

  private put(message: PendingMessage | null): void {
    const { model, memory, popup, arrived } = this.ports;
    const handled = memory.handled();
    const isClosed = message !== null && handled.closed && handled.id === message.id;
    // It was closed while there was no line.
    if (isClosed) this.tellClosed(message.id);
    const pending = isClosed ? null : message;
    model.set({ pending });
    popup.pend(pending);
    if (pending && !pending.seen && !this.known.has(pending.id)) {
      this.known.add(pending.id);
      arrived(pendingEntries(pending, EMPTY_LOG));
    }
    this.looked();
  }

  private tellClosed(id: MessageId): void {
    this.ports.send({ type: 'automatic-message-closed', id });
  }
}
