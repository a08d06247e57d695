import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import type { TellingReason } from '@vetrina/domain/missed-conversation';
import type { Language } from '@vetrina/protocol/http/preferences';
import type { AccountId, AgentId, ConversationId, VisitorId } from '@vetrina/protocol/ids';

/** One e-mail to one person. Line breaks in `to`, `subject` and `replyTo` never reach a header. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: string | undefined;
}

/** Sends e-mail through the queue: `send` answers once the mail is kept, not once it is delivered. */
export interface Mailer {
  /** False: the operator has not set up SMTP. Whoever offers something by e-mail asks first. */
  readonly isOn: boolean;
  /** @throws Refusal `mail_off` */
  send(mail: Mail): Promise<void>;
}

/** Counts mails that somebody wants sent to an address of their choosing: transcripts and invitations. */
export interface MailWishes {
  /** `account`: a visitor of its asks. @throws Refusal `too_many_requests` */
  count(sender: string, receiver: string, account?: AccountId): void;
}

/** What people read their mail in: the dashboard's languages. */
export type MailLanguage = Language;

/** What became of handing a mail over: temporary failures are thrown, and tried again. */
export type Handover = 'delivered' | { readonly refused: string };

/** The way out to the world. */
export interface Post {
  /** `id` makes a second delivery recognisable to the receiver. */
  hand(mail: Mail, id: string): Promise<Handover>;
  close(): void;
}

/** A conversation with what a mail about it says. */
export interface MailedConversation {
  readonly accountName: string;
  readonly conversation: Conversation;
  readonly visitor: {
    readonly number: number;
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    /** BCP 47, as the page or the browser said. */
    readonly language: string | null;
  };
}

/** What mails need to know of conversations. */
export interface ConversationFacts {
  find(account: AccountId, conversation: ConversationId): Promise<MailedConversation | null>;
  /** What the visitor sees before public seq `before`, the newest `LIMITS.tail` of it, ascending. */
  publicEntries(account: AccountId, conversation: ConversationId, before: number): Promise<readonly LogEntry[]>;
  /** Everyone who ever wrote for the account. */
  agentNames(account: AccountId): Promise<ReadonlyMap<AgentId, string>>;
  fileNames(account: AccountId, entries: readonly LogEntry[]): Promise<ReadonlyMap<string, string>>;
}

export interface Receiver {
  readonly email: string;
  readonly language: MailLanguage;
}

/** Who is there, and who is to be told. */
export interface Whereabouts {
  /** C5: as the visitor's box shows it. */
  someoneOnline(account: AccountId, visitor: VisitorId): boolean;
  visitorIsHere(account: AccountId, visitor: VisitorId): boolean;
  /** Is one of its agents online? */
  isAttended(account: AccountId, conversation: Pick<Conversation, 'agents'>): boolean;
  /** C8: does the account's plan tell of missed conversations? */
  tellsOfMissed(account: AccountId): Promise<boolean>;
  /** Agents who may see the conversation (T1); if there are none, the owners. */
  mayBeTold(account: AccountId, conversation: Conversation): Promise<readonly Receiver[]>;
}

/** What happened to a conversation, after the commit. `before` null: it is new. */
export interface ConversationHappening {
  readonly account: AccountId;
  readonly at: number;
  readonly conversation: Conversation;
  readonly before: Conversation | null;
  readonly entries: readonly LogEntry[];
}

/** The team is to be told of a wait that began with the visitor's message `seq`. */
export interface Telling {
  readonly because: TellingReason;
  readonly account: AccountId;
  readonly conversation: ConversationId;
  readonly seq: number;
}

/** A conversation is wanted by e-mail. */
export interface TranscriptWish {
  readonly account: AccountId;
  readonly conversation: ConversationId;
  readonly to: string;
}
