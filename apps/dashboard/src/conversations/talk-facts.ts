import type { Author } from '@vetrina/protocol/conversation';
import type { AgentId, ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import type { FileLinks } from './use-fresh-files.ts';

/** What every line of a log may ask about the conversation it stands in. */
export interface TalkFacts {
  readonly conversation: ConversationId;
  readonly me: AgentId | null;
  /** V8.2: owners and admins take back what colleagues said, too. */
  readonly mayRecallOthers: boolean;
  readonly visitor: VisitorId;
  readonly visitorName: string | null;
  /** The name, or "Visitor 4821". */
  readonly visitorTitle: string;
  /** What the system is called where it speaks. */
  readonly system: string;
  /** Public seq up to which the visitor has read. */
  readonly visitorReadSeq: number;
  readonly lastSeen: MessageId | null;
  readonly recallers: ReadonlyMap<string, Author>;
  readonly links: FileLinks;
}
