import type { Face, PublicEntry } from '@vetrina/protocol/conversation';
import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { AgentId, ConversationId, FileId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import type { PendingMessage } from '@vetrina/protocol/messages/automatic-message';
import type { BoxState, ChatPosition } from '@vetrina/protocol/messages/chat';
import type { VisitorWelcome } from '@vetrina/protocol/messages/visitor-welcome';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { Line } from '../../bridge.ts';

export const CONVERSATION = 'coSTAGESTAGESTAGESTAGE01' as ConversationId;
export const VISITOR = 'viSTAGESTAGESTAGESTAGE01' as VisitorId;
/** A face drawn in one line, so that the stage fetches nothing. */
const PHOTO =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"%3E%3Crect width="40" height="40" fill="%23f2c9a1"/%3E%3Ccircle cx="20" cy="17" r="8" fill="%23a5623a"/%3E%3Cellipse cx="20" cy="40" rx="15" ry="13" fill="%233c5a78"/%3E%3C/svg%3E';

export const ANNA: Face = { id: 'agANNAANNAANNAANNAANNA01' as AgentId, name: 'Anna Rossi', photo: PHOTO };
export const BRUNO: Face = { id: 'agBRUNOBRUNOBRUNOBRUNO01' as AgentId, name: 'Bruno Conti', photo: null };

/** What a test or a curious developer holds in hand on the stage page. */
export interface Stage {
  readonly team: FakeTeam;
  /** What the page's listeners were told. */
  readonly events: readonly (readonly unknown[])[];
  /** The line is cut or comes back. */
  goes(line: Line): void;
  command(command: string, ...values: unknown[]): void;
  logout(): void;
}

type Body = PublicEntry['body'];

/** The server's side of a conversation, in the page: numbers, answers and repeats as the real one. */
export class FakeTeam {
  readonly entries: PublicEntry[] = [];
  readonly heard: FromVisitor[] = [];
  box: BoxState = { state: 'online', agents: [ANNA, BRUNO], chatting: false };
  /** A8: stands in no conversation before it is answered. */
  message: PendingMessage | null = null;
  private readonly tell: (frame: ToVisitor) => void;
  private read = { visitor: 0, team: 0 };
  private state: 'none' | 'new' | 'open' | 'resolved' = 'none';
  private made = 0;

  constructor(tell: (frame: ToVisitor) => void) {
    this.tell = tell;
  }

  welcome(): VisitorWelcome {
    const chat = this.entries.length > 0 ? this.position() : null;
    const { box, message } = this;
    return { type: 'welcome', protocol: 4, visitor: VISITOR, serverTime: Date.now(), chat, box, message };
  }

  /** Something is added to the log and told. */
  add(author: PublicEntry['author'], body: Body, at = Date.now(), id?: MessageId): PublicEntry {
    this.made += 1;
    const fresh = `STAGE${String(this.made).padStart(17, '0')}` as MessageId;
    const entry = { seq: this.entries.length + 1, id: id ?? fresh, at, author, body };
    this.entries.push(entry);
    if (body.kind === 'resolved') this.state = 'resolved';
    else if (this.state !== 'open') this.state = author.who === 'agent' ? 'open' : 'new';
    this.tell({ type: 'chat-entry', position: this.position(), entry });
    return entry;
  }

  says(text: string, agent = ANNA, at?: number): void {
    this.add({ who: 'agent', agent }, { kind: 'text', text }, at);
  }

  /** An automatic message, or none any more. */
  writes(message: PendingMessage | null): void {
    this.message = message;
    this.tell({ type: 'automatic-message', message });
  }

  change(box: BoxState): void {
    this.box = box;
    this.tell({ type: 'box', box });
  }

  types(agent: Face | null): void {
    this.tell({ type: 'agent-typing', agent });
  }

  reads(): void {
    this.read = { ...this.read, team: this.entries.length };
    this.tell({ type: 'read-up-to', conversation: CONVERSATION, marks: this.read });
  }

  hear(frame: FromVisitor): void {
    this.heard.push(frame);
    switch (frame.type) {
      case 'automatic-message-seen':
        if (this.message) this.message = { ...this.message, seen: true };
        break;
      case 'automatic-message-closed':
        this.writes(null);
        break;
      case 'say': {
        this.takeIntoConversation();
        const known = this.entries.find(({ id }) => id === frame.id);
        const body: Body =
          frame.saying.kind === 'text'
            ? frame.saying
            : { kind: 'file', file: fileCard('photo.jpg', frame.saying.file) };
        const { seq, at } = known ?? this.add({ who: 'visitor' }, body, Date.now(), frame.id);
        this.tell({ type: 'said', id: frame.id, conversation: CONVERSATION, seq, at });
        break;
      }
      case 'contact':
        this.add({ who: 'visitor' }, { kind: 'contact', name: frame.name, email: frame.email, phone: frame.phone });
        this.tell({ type: 'done', id: frame.id });
        break;
      case 'rate':
      case 'transcript':
        this.tell({ type: 'done', id: frame.id });
        break;
      case 'resume-chat':
        this.resume(frame.after);
        break;
      case 'read':
        this.read = { ...this.read, visitor: frame.seq };
        this.tell({ type: 'read-up-to', conversation: CONVERSATION, marks: this.read });
        break;
      default:
        break;
    }
  }

  /** A8.1: the answer begins the conversation, in which the message stands before it. */
  private takeIntoConversation(): void {
    const { message } = this;
    if (!message) return;
    const { id, at, from, texts, replies, asks } = message;
    for (const [nth, text] of texts.entries()) {
      const offer = nth === texts.length - 1 && { ...(replies && { replies }), ...(asks && { asks }) };
      this.add({ who: 'automation', ...from }, { kind: 'text', text, ...offer }, at, nth === 0 ? id : undefined);
    }
    this.writes(null);
  }

  private resume(after: number): void {
    this.tell({
      type: 'chat',
      position: this.entries.length > 0 ? this.position() : null,
      follows: true,
      entries: this.entries.filter(({ seq }) => seq > after),
      marks: this.read,
      state: this.state,
      agents: this.state === 'open' ? [ANNA] : [],
      rating: null,
    });
  }

  private position(): ChatPosition {
    const unread = this.entries.filter(({ seq, author }) => seq > this.read.visitor && author.who === 'agent').length;
    return { conversation: CONVERSATION, lastSeq: this.entries.length, unread };
  }
}

export function fileCard(name: string, id = 'fiSTAGESTAGESTAGESTAGE01' as FileId) {
  return { id, name, bytes: 183_500, mediaType: 'application/pdf', picture: null, url: `/files/${name}` };
}
