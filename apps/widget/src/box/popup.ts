import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { ConversationId } from '@vetrina/protocol/ids';
import type { BoxEnv } from './browser-env.ts';
import type { ConversationLog } from './conversation-log.ts';
import { isFromTeam } from './message-groups.ts';
import type { TabChannel, TabNews } from './tab-channel.ts';

interface PopupPorts {
  readonly env: Pick<BoxEnv, 'after'>;
  readonly tabs: TabChannel;
  readonly memory: { dismissed(of: ConversationId): number; dismiss(of: ConversationId, seq: number): void };
  /** How near this tab is to the visitor's eyes. */
  attention(): 'focused' | 'visible' | 'hidden';
  /** 0 to 1, another in each tab: who is first where nothing else decides. */
  readonly turn: number;
  /** The panel is open, or there is no box on this page: no popup, no sound. */
  isQuiet(): boolean;
  show(entry: PublicEntry | null): void;
  ring(): void;
}

/** A message, and the conversation in which its seq counts. */
interface Offered {
  readonly conversation: ConversationId;
  readonly entry: PublicEntry;
}

/** Up to where something was done, by conversation: each counts from one. */
class Marks {
  private readonly seqs = new Map<ConversationId, number>();

  of(conversation: ConversationId): number {
    return this.seqs.get(conversation) ?? 0;
  }

  raise(conversation: ConversationId, seq: number): void {
    this.seqs.set(conversation, Math.max(this.of(conversation), seq));
  }

  clear(): void {
    this.seqs.clear();
  }
}

/** Tabs with less of the visitor's attention wait longer, and stay silent when they hear that another was first. */
const WAIT_MS = { focused: 0, visible: 150, hidden: 400 } as const;
const SPREAD_MS = 300;

/**
 * What an agent wrote while the panel was closed: one popup and one sound in the browser, however many tabs are open.
 * Closing it on one closes it on all, and on the pages that follow.
 */
export class Popup {
  private readonly ports: PopupPorts;
  private log: ConversationLog | undefined;
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
    const { shown } = this;
    const wanted = this.wanted();
    if (shown && wanted?.entry.id !== shown.entry.id) this.put(wanted && isBehind(shown, wanted) ? wanted : null);
    if (wanted) this.offer(wanted, arrived);
  }

  /** The tab came to the front, or the panel was closed: what nobody has shown is shown now. */
  look(): void {
    if (this.log) this.follow(this.log, false);
  }

  /** Closed by the visitor, or read in the panel. */
  dismiss(): void {
    const { log } = this;
    const seq = log?.entries.at(-1)?.seq ?? 0;
    this.put(null);
    if (!log?.conversation) return;
    this.ports.memory.dismiss(log.conversation, seq);
    this.ports.tabs.tell({ is: 'dismissed', conversation: log.conversation, seq });
  }

  /** The visitor becomes another. */
  forget(): void {
    this.log = undefined;
    this.popped.clear();
    this.rang.clear();
    this.put(null);
  }

  /** The newest message of the team that was neither read nor closed. */
  private wanted(): Offered | null {
    const { log } = this;
    if (!log?.conversation || this.ports.isQuiet()) return null;
    const { conversation } = log;
    const from = Math.max(log.marks.visitor, this.ports.memory.dismissed(conversation));
    const entry = log.entries.findLast((one) => one.seq > from && isFromTeam(one));
    return entry ? { conversation, entry } : null;
  }

  private offer({ conversation, entry: { id, seq } }: Offered, arrived: boolean): void {
    const attention = this.ports.attention();
    const wait = WAIT_MS[attention] + (attention === 'focused' ? 0 : this.ports.turn * SPREAD_MS);
    const tell = (): void => {
      const wanted = this.wanted();
      if (wanted?.entry.id !== id) return;
      if (arrived && this.rang.of(conversation) < seq) this.ring(wanted);
      if (this.popped.of(conversation) < seq && this.ports.attention() !== 'hidden') this.pop(wanted);
    };
    if (wait === 0) tell();
    else this.ports.env.after(wait, tell);
  }

  private ring({ conversation, entry: { seq } }: Offered): void {
    this.rang.raise(conversation, seq);
    this.ports.tabs.tell({ is: 'rang', conversation, seq });
    this.ports.ring();
  }

  private pop(offered: Offered): void {
    const { conversation, entry } = offered;
    this.popped.raise(conversation, entry.seq);
    this.ports.tabs.tell({ is: 'popped', conversation, seq: entry.seq });
    this.put(offered);
  }

  private put(shown: Offered | null): void {
    this.shown = shown;
    this.ports.show(shown?.entry ?? null);
  }

  private hear(news: TabNews): void {
    switch (news.is) {
      case 'popped':
        this.popped.raise(news.conversation, news.seq);
        // A tab with a newer one has taken over.
        this.takeAway(news.conversation, news.seq - 1);
        break;
      case 'rang':
        this.rang.raise(news.conversation, news.seq);
        break;
      case 'dismissed':
        this.takeAway(news.conversation, news.seq);
        break;
      case 'outbox':
      case 'answered':
        break;
    }
  }

  /** Shows nothing of this conversation up to this seq. */
  private takeAway(conversation: ConversationId, seq: number): void {
    if (this.shown?.conversation === conversation && this.shown.entry.seq <= seq) this.put(null);
  }
}

/** Within one conversation. */
function isBehind(one: Offered, other: Offered): boolean {
  return one.conversation === other.conversation && one.entry.seq < other.entry.seq;
}
