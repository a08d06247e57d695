import type { Face, PublicEntry } from '@vetrina/protocol/conversation';
import type { FromBox } from '@vetrina/protocol/from-visitor';
import { RHYTHM } from '@vetrina/protocol/limits';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { BoxEnv } from './browser-env.ts';
import { type ConversationLog, endOf, hasOlder, hear, isBehind, markRead, resumeFrom } from './conversation-log.ts';
import { isFromTeam } from './message-groups.ts';

interface ChatLinePorts {
  readonly env: Pick<BoxEnv, 'after'>;
  send(frame: FromBox): boolean;
  /** `arrived`: entries that were not there before and came while this page was watching. */
  changed(log: ConversationLog, arrived: readonly PublicEntry[]): void;
  typing(agent: Face | null): void;
  fetchingOlder(fetching: boolean): void;
}

/** Without an answer for so long a question is asked again. */
const ANSWER_MS = 10_000;

/** Keeps the log up to date: asks for what is missing, for what is older, and says what was read. */
export class ChatLine {
  log: ConversationLog;
  private readonly ports: ChatLinePorts;
  private stopAsking: (() => void) | undefined;
  private stopOlder: (() => void) | undefined;
  private stopTyping: (() => void) | undefined;
  private toldRead = 0;
  private blocked = false;

  constructor(log: ConversationLog, ports: ChatLinePorts) {
    this.log = log;
    this.ports = ports;
  }

  hear(frame: ToVisitor): void {
    if (frame.type === 'agent-typing') this.showTyping(frame.agent);
    if (frame.type === 'chat') this.answered();
    if (frame.type === 'chat-history') this.olderCame();
    if (frame.type === 'welcome') {
      this.answered();
      this.olderCame();
      this.toldRead = 0;
    }
    // The first answer brings the past along; a later one what came meanwhile.
    const isNews = frame.type === 'chat-entry' || (frame.type === 'chat' && endOf(this.log) > 0);
    this.put(hear(this.log, frame), isNews);
    if (frame.type === 'welcome' && frame.chat) this.resume(resumeFrom(this.log));
    else if (isBehind(this.log)) this.resume(resumeFrom(this.log));
    // C7: the blocked are told nothing of what is said, and nothing says later how much that was.
    if (frame.type === 'box' && this.blocked && frame.box.state !== 'hidden') this.catchUp();
    if (frame.type === 'welcome' || frame.type === 'box') this.blocked = frame.box.state === 'hidden';
  }

  /** The box was just fetched, or may show itself again: what came before it could listen, it has missed. */
  catchUp(): void {
    this.answered();
    this.resume(resumeFrom(this.log));
  }

  /** The log changed by our own doing: an own message found its place. */
  put(log: ConversationLog, isNews = false): void {
    if (log === this.log) return;
    const before = this.log;
    this.log = log;
    // Each conversation counts from one.
    if (before.conversation !== log.conversation) this.toldRead = 0;
    const sameOne = before.conversation === log.conversation || before.conversation === null;
    const end = sameOne ? endOf(before) : 0;
    const arrived = isNews ? log.entries.filter(({ seq }) => seq > end) : [];
    if (arrived.some(({ author }) => author.who === 'agent')) this.showTyping(null);
    this.ports.changed(log, arrived);
  }

  /** Asks for the page of entries before the oldest. */
  older(): void {
    const first = this.log.entries[0];
    if (!first || !this.log.conversation || this.stopOlder || !hasOlder(this.log)) return;
    if (!this.ports.send({ type: 'older-chat', conversation: this.log.conversation, before: first.seq })) return;
    this.stopOlder = this.ports.env.after(ANSWER_MS, () => this.olderCame());
    this.ports.fetchingOlder(true);
  }

  /** A file's address has run out: the server writes a new one with its answer. */
  refresh(seq: number): void {
    if (seq <= resumeFrom(this.log)) this.resume(seq - 1);
  }

  /** The visitor looks at the list: what the team wrote is read. */
  read(): void {
    const { conversation, entries, marks } = this.log;
    const last = entries.findLast(isFromTeam)?.seq ?? 0;
    if (!conversation || last <= Math.max(marks.visitor, this.toldRead)) return;
    if (!this.ports.send({ type: 'read', conversation, seq: endOf(this.log) })) return;
    this.toldRead = endOf(this.log);
    this.put(markRead(this.log));
  }

  private resume(after: number): void {
    if (this.stopAsking) return;
    if (!this.ports.send({ type: 'resume-chat', conversation: this.log.conversation, after })) return;
    this.stopAsking = this.ports.env.after(ANSWER_MS, () => {
      this.answered();
      if (isBehind(this.log)) this.resume(resumeFrom(this.log));
    });
  }

  private answered(): void {
    this.stopAsking?.();
    this.stopAsking = undefined;
  }

  private olderCame(): void {
    this.stopOlder?.();
    this.stopOlder = undefined;
    this.ports.fetchingOlder(false);
  }

  private showTyping(agent: Face | null): void {
    this.stopTyping?.();
    this.ports.typing(agent);
    this.stopTyping = agent ? this.ports.env.after(RHYTHM.typing, () => this.showTyping(null)) : undefined;
  }
}
