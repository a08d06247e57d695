import type { ConversationId, MessageId } from '@vetrina/protocol/ids';
import { type Answered, NOTHING_ANSWERED } from './contact-form.ts';
import { type ConversationLog, EMPTY_LOG, keepable } from './conversation-log.ts';

/**
 * What the box keeps in the browser besides its outbox; every part may be forbidden or gone. What one visitor left is nothing
 * to the next: a `logout` may have happened on a page without a box.
 */
export interface BoxMemory {
  /** This tab's: the panel was open when the last page was left, and what stood in the composer. */
  panel(): { readonly open: boolean; readonly draft: string };
  keepPanel(open: boolean, draft: string): void;
  /** This tab's tail of the conversation, to be shown on the next page until the server's word is there. */
  log(): ConversationLog;
  keepLog(log: ConversationLog): void;
  /** Names of the files that were on their way: what the last page left behind never arrived. */
  uploads(): readonly string[];
  keepUploads(names: readonly string[]): void;
  /** This browser's. */
  isMuted(): boolean;
  mute(muted: boolean): void;
  answered(): Answered;
  keepAnswered(answered: Answered): void;
  /** Up to where popups were closed. */
  dismissed(conversation: ConversationId): number;
  dismiss(conversation: ConversationId, seq: number): void;
  /** The automatic message that was read or closed last; an empty id: none. */
  handled(): { readonly id: string; readonly closed: boolean };
  handle(id: MessageId, closed: boolean): void;
  /** Erases what is about another visitor, or, with nobody there, about any; whether the sound is off stays. */
  forget(): void;
}

/** Entries kept for the next page: two screens full. */
const TAIL = 60;

/** @param who names the visitor, as `Bridge.who` */
export function boxMemory(w: Window & typeof globalThis, key: string, who: () => string | null): BoxMemory {
  const prefix = `vetrina_box_${key}_`;
  const tab = notes(() => w.sessionStorage, prefix, who);
  const browser = notes(() => w.localStorage, prefix, who);
  const everybody = notes(
    () => w.localStorage,
    prefix,
    () => null,
  );
  return {
    panel: () => tab.read('panel', { open: false, draft: '' }),
    keepPanel: (open, draft) => (open || draft ? tab.write('panel', { open, draft }) : tab.erase('panel')),
    log: () => tab.read('log', EMPTY_LOG),
    keepLog: (log) => (log.conversation ? tab.write('log', keepable(log, TAIL)) : tab.erase('log')),
    uploads: () => tab.read<readonly string[]>('uploads', []),
    keepUploads: (names) => (names.length > 0 ? tab.write('uploads', names) : tab.erase('uploads')),
    isMuted: () => everybody.read('muted', false),
    mute: (muted) => everybody.write('muted', muted),
    answered: () => browser.read('answered', NOTHING_ANSWERED),
    keepAnswered: (answered) => browser.write('answered', answered),
    dismissed(conversation) {
      const last = browser.read<{ of?: ConversationId; seq: number }>('dismissed', { seq: 0 });
      return last.of === conversation ? last.seq : 0;
    },
    dismiss: (of, seq) => browser.write('dismissed', { of, seq }),
    handled: () => browser.read('handled', { id: '', closed: false }),
    handle: (id, closed) => browser.write('handled', { id, closed }),
    forget() {
      for (const name of ['panel', 'log', 'uploads']) tab.eraseOthers(name);
      for (const name of ['answered', 'dismissed', 'handled']) browser.eraseOthers(name);
    },
  };
}

/** JSON under names of ours, with who it is about. Storage may be forbidden, full, or hold what an older box wrote. */
function notes(storage: () => Storage, prefix: string, who: () => string | null) {
  const mine = (name: string): { readonly value: unknown } | null => {
    try {
      const note = JSON.parse(storage().getItem(prefix + name) ?? '') as { by: string | null; value: unknown };
      return note.by === who() ? note : null;
    } catch {
      return null;
    }
  };
  const erase = (name: string): void => {
    try {
      storage().removeItem(prefix + name);
    } catch {
      // There is nothing then.
    }
  };
  return {
    read<Value>(name: string, otherwise: Value): Value {
      const value = mine(name)?.value;
      return isLike(value, otherwise) ? value : otherwise;
    },
    write(name: string, value: unknown): void {
      try {
        storage().setItem(prefix + name, JSON.stringify({ by: who(), value }));
      } catch {
        // Only a convenience is lost.
      }
    },
    erase,
    eraseOthers(name: string): void {
      if (who() === null || !mine(name)) erase(name);
    },
  };
}

/** Has what is read the shape of what is written? Pages change how JSON writes lists (Prototype.js), and boxes grow older. */
function isLike<Value>(value: unknown, sample: Value): value is Value {
  if (typeof value !== typeof sample || value === null) return false;
  if (typeof sample !== 'object' || sample === null) return true;
  const parts = Object.entries(sample).filter(([, part]) => part !== null);
  const read = value as Readonly<Record<string, unknown>>;
  return Array.isArray(value) === Array.isArray(sample) && parts.every(([name, part]) => isLike(read[name], part));
}
