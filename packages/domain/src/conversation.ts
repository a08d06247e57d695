import type {
  Asked,
  ConversationState,
  ConversationSummary,
  LastMessage,
  Rating,
} from '@vetrina/protocol/conversation';
import type { AgentId, ConversationId, FileId, MessageId, TagId, VisitorId } from '@vetrina/protocol/ids';

/** Who wrote an entry, as it is stored: names and photos are looked up when it is shown. */
export type Sender =
  | { readonly who: 'visitor' }
  | { readonly who: 'agent'; readonly agent: AgentId }
  /** Under its own name, or that of somebody of the team. */
  | { readonly who: 'automation'; readonly name: string; readonly agent: AgentId | null }
  | { readonly who: 'system' };

/** What an entry says, as it is stored. */
export type LogBody =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** A chatbot offers them to choose from. */
      readonly replies?: string[];
      readonly asks?: Asked;
    }
  | { readonly kind: 'file'; readonly file: FileId }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'joined' }
  | { readonly kind: 'left' }
  | { readonly kind: 'assigned'; readonly agent: AgentId }
  | { readonly kind: 'unassigned'; readonly agent: AgentId }
  | {
      readonly kind: 'transferred';
      readonly to: { readonly to: 'agent'; readonly agent: AgentId } | { readonly to: 'group'; readonly group: string };
    }
  | { readonly kind: 'resolved' }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'rated'; readonly value: Rating; readonly comment: string }
  | { readonly kind: 'recalled'; readonly message: MessageId }
  | {
      readonly kind: 'contact';
      readonly name: string | null;
      readonly email: string | null;
      readonly phone: string | null;
    }
  | { readonly kind: 'transcript-sent'; readonly email: string };

/** An entry that is about to get its place in the log. */
export interface NewLogEntry {
  readonly id: MessageId;
  readonly at: number;
  readonly sender: Sender;
  readonly body: LogBody;
}

/** An entry in its place: `seq` in the team's count, `publicSeq` in the visitor's (null: the visitor does not see it). */
export interface LogEntry extends NewLogEntry {
  readonly seq: number;
  readonly publicSeq: number | null;
  /** Recalled by a later entry. */
  readonly recalled: boolean;
}

/** What lasts about a conversation beside its log; replaced as a whole. Times are ms since 1970. */
export interface Conversation {
  readonly id: ConversationId;
  readonly visitor: VisitorId;
  readonly state: ConversationState;
  readonly startedBy: ConversationSummary['startedBy'];
  /** Begun by the contact form while nobody was online (C5). */
  readonly offline: boolean;
  readonly group: string | null;
  /** Joined or assigned, in that order of time. */
  readonly agents: readonly AgentId[];
  readonly tags: readonly TagId[];
  readonly lastSeq: number;
  readonly lastPublicSeq: number;
  /** Messages of the visitor so far; unread ones are told by the difference to what was read. */
  readonly visitorMessages: number;
  /** Messages of the team that the visitor saw or may see, so far; recalled ones do not count. */
  readonly teamMessages: number;
  readonly lastMessage: LastMessage | null;
  readonly waitingSince: number | null;
  /** Public seq up to which the visitor has read, and how many of `teamMessages` stand until there. */
  readonly visitorReadSeq: number;
  readonly visitorReadMessages: number;
  /** Seq up to which somebody of the team has read, and the visitor's messages until there. */
  readonly teamReadSeq: number;
  readonly teamReadMessages: number;
  readonly rating: Rating | null;
  readonly createdAt: number;
  /** When it was last resolved, also once it is reopened; null: never. */
  readonly resolvedAt: number | null;
  /** Where it began. */
  readonly page: { readonly url: string; readonly title: string } | null;
}
