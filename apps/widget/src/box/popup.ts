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
  private shown: PublicEntry | null = null;
  private popped = 0;
  private rang = 0;

  constructor(ports: PopupPorts) {
    this.ports = ports;
    ports.tabs.onNews((news) => this.hear(news));
  }

  /** The log as it is now. `arrived`: the newest entry came just now, so it may be heard. */
  follow(log: ConversationLog, arrived: boolean): void {
    this.log = log;
    const entry = this.wanted();
    if (this.shown && entry?.seq !== this.shown.seq) this.put(entry && this.shown.seq < entry.seq ? entry : null);
    if (entry) this.offer(entry, arrived);
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

  /** The newest message of the team that was neither read nor closed. */
  private wanted(): PublicEntry | null {
    const { log } = this;
    if (!log?.conversation || this.ports.isQuiet()) return null;
    const from = Math.max(log.marks.visitor, this.ports.memory.dismissed(log.conversation));
    return log.entries.findLast((entry) => entry.seq > from && isFromTeam(entry)) ?? null;
  }

  private offer({ seq }: PublicEntry, arrived: boolean): void {
    const attention = this.ports.attention();
    const wait = WAIT_MS[attention] + (attention === 'focused' ? 0 : this.ports.turn * SPREAD_MS);
    const tell = (): void => {
      const entry = this.wanted();
      if (entry?.seq !== seq) return;
      if (arrived && this.rang < seq) this.ring(seq);
      if (this.popped < seq && this.ports.attention() !== 'hidden') this.pop(entry);
    };
    if (wait === 0) tell();
    else this.ports.env.after(wait, tell);
  }

  private ring(seq: number): void {
    this.rang = seq;
    this.ports.tabs.tell({ is: 'rang', seq });
    this.ports.ring();
  }

  private pop(entry: PublicEntry): void {
    this.popped = entry.seq;
    this.ports.tabs.tell({ is: 'popped', seq: entry.seq });
    this.put(entry);
  }

  private put(entry: PublicEntry | null): void {
    this.shown = entry;
    this.ports.show(entry);
  }

  private hear(news: TabNews): void {
    switch (news.is) {
      case 'popped':
        this.popped = Math.max(this.popped, news.seq);
        // A tab with a newer one has taken over.
        if (this.shown && this.shown.seq < news.seq) this.put(null);
        break;
      case 'rang':
        this.rang = Math.max(this.rang, news.seq);
        break;
      case 'dismissed':
        if (this.shown && this.shown.seq <= news.seq) this.put(null);
        break;
      case 'outbox':
        break;
    }
  }
}
