import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { ConversationId, MessageId } from '@vetrina/protocol/ids';
import type { PendingMessage } from '@vetrina/protocol/messages/automatic-message';
import type { BoxEnv } from './browser-env.ts';
import { type ConversationLog, EMPTY_LOG } from './conversation-log.ts';
import { isFromTeam } from './message-groups.ts';
import { pendingEntries } from './pending.ts';
import type { PopupOf, TabChannel, TabNews } from './tab-channel.ts';

interface PopupPorts {
  readonly env: Pick<BoxEnv, 'after'>;
  readonly tabs: TabChannel;
  readonly memory: {
    dismissed(of: ConversationId): number;
    dismiss(of: ConversationId, seq: number): void;
    /** The automatic message that was read or closed last. */
    handled(): { readonly id: string };
  };
  /** How near this tab is to the visitor's eyes. */
  attention(): 'focused' | 'visible' | 'hidden';
  /** 0 to 1, another in each tab: who is first where nothing else decides. */
  readonly turn: number;
  /** The panel is open, or there is no box on this page: no popup, no sound. */
  isQuiet(): boolean;
  show(entries: readonly PublicEntry[]): void;
  /** Opens the panel for a message that wants so; false: here it must not, it pops up. */
  openFor(message: PendingMessage): boolean;
  /** An automatic message pops up. */
  popped(): void;
  ring(): void;
}

/** What may pop up, and in what its seq counts. */
interface Offered {
  readonly of: PopupOf;
  readonly seq: number;
  readonly entries: readonly PublicEntry[];
  /** Where it is an automatic message. */
  readonly message: PendingMessage | null;
}

/** Up to where something was done, by conversation: each counts from one. */
class Marks {
  private readonly seqs = new Map<PopupOf, number>();

  of(whole: PopupOf): number {
    return this.seqs.get(whole) ?? 0;
  }

  raise(whole: PopupOf, seq: number): void {
    this.seqs.set(whole, Math.max(this.of(whole), seq));
  }

  clear(): void {
    this.seqs.clear();
  }
}

/** Tabs with less of the visitor's attention wait longer, and stay silent when they hear that another was first. */
const WAIT_MS = { focused: 0, visible: 150, hidden: 400 } as const;
const SPREAD_MS = 300;

/**
 * What an agent wrote while the panel was closed, and automatic messages: one popup and one sound in the browser, however
 * many tabs are open. Closing it on one closes it on all, and on the pages that follow. Automatic messages, which nobody
 * asked for, make no sound.
 */
export class Popup {
  private readonly ports: PopupPorts;
  private log: ConversationLog | undefined;
  private pending: PendingMessage | null = null;
  /** Automatic messages that were read or closed, here or on another tab. */
  private readonly gone = new Set<PopupOf>();
  private shown: Offered | null = null;
  private readonly popped = new Marks();
  private readonly rang = new Marks();

  constructor(ports: PopupPorts) {
    this.ports = ports;
    ports.tabs.onNews((news) => this.hear(news));
  }

  /** The log as it is now. `arrived`: the newest entry came just now, so it may be heard. */
  follow(log: ConversationLog, arrived: boolean): void {
    this.log = log;
    this.update(arrived);
  }

  /** A8: the message that waits for an answer; null: there is none. */
  pend(pending: PendingMessage | null): void {
    this.pending = pending;
    this.update(false);
  }

  /** It pops up here now. */
  shows(message: MessageId): boolean {
    return this.shown?.of === message;
  }

  /** The tab came to the front, or the panel was closed: what nobody has shown is shown now. */
  look(): void {
    this.update(false);
  }

  /** Closed by the visitor, or read in the panel. */
  dismiss(): void {
    const { log, pending, ports } = this;
    const seq = log?.entries.at(-1)?.seq ?? 0;
    this.put(null);
    if (pending) {
      this.gone.add(pending.id);
      ports.tabs.tell({ is: 'dismissed', of: pending.id, seq: 1 });
    }
    if (!log?.conversation) return;
    ports.memory.dismiss(log.conversation, seq);
    ports.tabs.tell({ is: 'dismissed', of: log.conversation, seq });
  }

  /** The visitor becomes another. */
  forget(): void {
    this.log = undefined;
    this.pending = null;
    this.gone.clear();
    this.popped.clear();
    this.rang.clear();
    this.put(null);
  }

  private update(arrived: boolean): void {
    const { shown } = this;
    const wanted = this.wanted();
    if (shown && !isSame(wanted, shown)) this.put(wanted && isBehind(shown, wanted) ? wanted : null);
    if (wanted) this.offer(wanted, arrived);
  }

  /** The newest that was neither read nor closed. */
  private wanted(): Offered | null {
    if (this.ports.isQuiet()) return null;
    const [unread, waiting] = [this.unread(), this.waiting()];
    if (!unread || !waiting) return unread ?? waiting;
    return atOf(unread) < atOf(waiting) ? waiting : unread;
  }

  private unread(): Offered | null {
    const { log } = this;
    if (!log?.conversation) return null;
    const { conversation: of } = log;
    const from = Math.max(log.marks.visitor, this.ports.memory.dismissed(of));
    const entry = log.entries.findLast((one) => one.seq > from && isFromTeam(one));
    return entry ? { of, seq: entry.seq, entries: [entry], message: null } : null;
  }

  private waiting(): Offered | null {
    const { pending: message } = this;
    if (!message || this.gone.has(message.id) || this.ports.memory.handled().id === message.id) return null;
    const entries = pendingEntries(message, this.log ?? EMPTY_LOG);
    return entries.length > 0 ? { of: message.id, seq: 1, entries, message } : null;
  }

  private offer(offered: Offered, arrived: boolean): void {
    const { of, seq, message } = offered;
    const attention = this.ports.attention();
    const wait = WAIT_MS[attention] + (attention === 'focused' ? 0 : this.ports.turn * SPREAD_MS);
    const tell = (): void => {
      const wanted = this.wanted();
      if (!wanted || !isSame(wanted, offered)) return;
      if (arrived && !message && this.rang.of(of) < seq) this.ring(wanted);
      if (this.popped.of(of) < seq && this.ports.attention() !== 'hidden') this.pop(wanted);
    };
    if (wait === 0) tell();
    else this.ports.env.after(wait, tell);
  }

  private ring({ of, seq }: Offered): void {
    this.rang.raise(of, seq);
    this.ports.tabs.tell({ is: 'rang', of, seq });
    this.ports.ring();
  }

  private pop(offered: Offered): void {
    const { of, seq, message } = offered;
    this.popped.raise(of, seq);
    const isOpened = message?.opensBox && !message.seen && this.ports.openFor(message);
    if (!isOpened) this.put(offered);
    this.tellPopped(offered);
    if (message) this.ports.popped();
  }

  private tellPopped({ of, seq }: Offered): void {
    this.ports.tabs.tell({ is: 'popped', of, seq, turn: this.ports.turn });
  }

  private put(shown: Offered | null): void {
    this.shown = shown;
    this.ports.show(shown?.entries ?? []);
  }

  private hear(news: TabNews): void {
    switch (news.is) {
      case 'popped':
        this.popped.raise(news.of, news.seq);
        // A tab with a newer one has taken over.
        this.takeAway(news.of, news.seq - 1);
        this.yieldTo(news);
        break;
      case 'rang':
        this.rang.raise(news.of, news.seq);
        break;
      case 'dismissed':
        this.gone.add(news.of);
        this.takeAway(news.of, news.seq);
        break;
      case 'outbox':
      case 'answered':
        break;
    }
  }

  /**
   * The same pops up in another tab, which could not know of this one: boxes are fetched when a message comes, each in its own
   * time. What nobody sees gives way; else the turns decide, and who stays says so.
   */
  private yieldTo({ of, seq, turn }: Extract<TabNews, { is: 'popped' }>): void {
    const { shown, ports } = this;
    if (!shown || !isSame(shown, { of, seq })) return;
    if (ports.attention() === 'hidden' || turn < ports.turn) this.put(null);
    else if (turn > ports.turn) this.tellPopped(shown);
  }

  /** Shows nothing of this up to this seq. */
  private takeAway(of: PopupOf, seq: number): void {
    if (this.shown?.of === of && this.shown.seq <= seq) this.put(null);
  }
}

const isSame = (one: Offered | null, other: Pick<Offered, 'of' | 'seq'>): boolean =>
  one?.of === other.of && one.seq === other.seq;

const atOf = ({ entries }: Offered): number => entries.at(-1)?.at ?? 0;

/** Within one conversation. */
function isBehind(one: Offered, other: Offered): boolean {
  return one.of === other.of && one.seq < other.seq;
}
