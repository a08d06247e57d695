import type { Face, PublicEntry } from '@vetrina/protocol/conversation';
import type { FromBox } from '@vetrina/protocol/from-visitor';
import type { AgentId, ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import type { ChatPosition } from '@vetrina/protocol/messages/chat';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';

export const CONVERSATION = `co${'C'.repeat(22)}` as ConversationId;
export const VISITOR = `vi${'V'.repeat(22)}` as VisitorId;
export const ANNA: Face = { id: `ag${'A'.repeat(22)}` as AgentId, name: 'Anna', photo: null };

export const idOf = (name: string): MessageId => name.padEnd(22, '_') as MessageId;

/** A line between a tab and the server whose frames travel only when the test says so; cutting it loses those on their way. */
export class FakeLine {
  isOpen = false;
  readonly toServer: FromBox[] = [];
  readonly toTab: ToVisitor[] = [];

  send = (frame: FromBox): boolean => {
    if (this.isOpen) this.toServer.push(frame);
    return this.isOpen;
  };

  cut(): void {
    this.isOpen = false;
    this.toServer.length = 0;
    this.toTab.length = 0;
  }
}

/** The server's side of one conversation: numbers entries, answers repeats as the first time, writes texts in its own way. */
export class FakeChatServer {
  readonly entries: PublicEntry[] = [];
  private readonly lines: readonly FakeLine[];
  private made = 0;
  /** Refuses the next message like this. */
  refuses: { readonly retry: boolean } | null = null;

  constructor(lines: readonly FakeLine[]) {
    this.lines = lines;
  }

  connect(line: FakeLine): void {
    line.isOpen = true;
    const chat = this.entries.length > 0 ? this.position() : null;
    line.toTab.push({
      type: 'welcome',
      protocol: 4,
      visitor: VISITOR,
      serverTime: 0,
      chat,
      box: { state: 'online', agents: [ANNA], chatting: chat !== null },
      message: null,
    });
  }

  teamSays(text: string): void {
    this.made += 1;
    this.add({ who: 'agent', agent: ANNA }, { kind: 'text', text }, idOf(`team${this.made}`));
  }

  /** Takes a message of the team back, as the log shows it from then on. */
  recall(nth: number): void {
    const texts = this.entries.filter(({ author, body }) => author.who === 'agent' && body.kind === 'text');
    const target = texts[nth % Math.max(1, texts.length)];
    if (!target) return;
    this.made += 1;
    this.entries[target.seq - 1] = { ...target, body: { kind: 'taken-back' } };
    this.add({ who: 'agent', agent: ANNA }, { kind: 'recalled', message: target.id }, idOf(`back${this.made}`));
  }

  /** One frame of the visitor arrives. */
  take(line: FakeLine): void {
    const frame = line.toServer.shift();
    if (frame?.type === 'resume-chat') {
      line.toTab.push({
        type: 'chat',
        position: this.entries.length > 0 ? this.position() : null,
        follows: frame.conversation === CONVERSATION,
        entries: this.entries.slice(frame.conversation === CONVERSATION ? frame.after : 0),
        marks: { visitor: 0, team: 0 },
        state: this.entries.length > 0 ? 'open' : 'none',
        agents: [ANNA],
        rating: null,
      });
    }
    if (frame?.type === 'say' && frame.saying.kind === 'text') this.hearSaid(line, frame.id, frame.saying.text);
  }

  private hearSaid(line: FakeLine, id: MessageId, text: string): void {
    const { refuses } = this;
    this.refuses = null;
    if (refuses) {
      line.toTab.push({ type: 'refused', id, code: refuses.retry ? 'not_ready' : 'too_large', retry: refuses.retry });
      return;
    }
    const known = this.entries.find((entry) => entry.id === id);
    const entry = known ?? this.add({ who: 'visitor' }, { kind: 'text', text: text.toUpperCase() }, id);
    line.toTab.push({ type: 'said', id, conversation: CONVERSATION, seq: entry.seq, at: entry.at });
  }

  beat(line: FakeLine): void {
    if (line.isOpen && this.entries.length > 0) line.toTab.push({ type: 'beat', lastSeq: this.entries.length });
  }

  private add(author: PublicEntry['author'], body: PublicEntry['body'], id: MessageId): PublicEntry {
    const entry: PublicEntry = { seq: this.entries.length + 1, id, at: this.entries.length, author, body };
    this.entries.push(entry);
    for (const line of this.lines) {
      if (line.isOpen) line.toTab.push({ type: 'chat-entry', position: this.position(), entry });
    }
    return entry;
  }

  private position(): ChatPosition {
    return { conversation: CONVERSATION, lastSeq: this.entries.length, unread: 0 };
  }
}
