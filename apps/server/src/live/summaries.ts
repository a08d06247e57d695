import type { Conversation } from '@vetrina/domain/conversation';
import type { ReadMark } from '@vetrina/domain/conversation-reading';
import type { ConversationSummary, Face } from '@vetrina/protocol/conversation';
import type { AccountId, AgentId, VisitorId } from '@vetrina/protocol/ids';
import type { Notice } from '@vetrina/protocol/messages/inbox';
import type { Actor } from '../accounts/ports.ts';
import type { VisitorFacts } from '../conversations/ports.ts';
import { type SummaryVisitor, showSummary } from '../conversations/show-summary.ts';
import type { Clock } from '../platform/clock.ts';
import type { OnSite } from '../visitors/stay.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { TeamPresence } from './team-presence.ts';
import type { Typing } from './typing.ts';

export interface SummaryParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly memory: ConversationMemory;
  readonly onSite: OnSite;
  readonly team: Pick<TeamPresence, 'faces'>;
  readonly typing: Pick<Typing, 'textOf'>;
}

/** Conversations as agents see them: what is saved, with who is there and typing right now. Answers from memory. */
export class Summaries {
  readonly #parts: SummaryParts;

  constructor(parts: SummaryParts) {
    this.#parts = parts;
  }

  /** One of the memory's, with this agent's own unread messages. */
  of(actor: Pick<Actor, 'account' | 'agent'>, conversation: Conversation): ConversationSummary {
    const known = this.#parts.memory.of(actor.account);
    const facts = known.facts.get(conversation.visitor) ?? null;
    return this.show(actor.account, conversation, facts, known.mark(actor.agent, conversation.id));
  }

  /** Who one of the memory's is with, as notices name them. */
  visitorOf(account: AccountId, { visitor }: Conversation): Notice['visitor'] {
    const { id, number, name } = this.#visitor(
      account,
      visitor,
      this.#parts.memory.of(account).facts.get(visitor) ?? null,
    );
    return { id, number, name };
  }

  /** Any one, with what was looked up for it. */
  show(
    account: AccountId,
    conversation: Conversation,
    facts: VisitorFacts | null,
    mark: ReadMark | null,
  ): ConversationSummary {
    return showSummary(conversation, this.#visitor(account, conversation.visitor, facts), mark, this.faceIn(account));
  }

  /** Names of the account's agents; one who is not known any more keeps a place without a name. */
  faceIn(account: AccountId): (agent: AgentId) => Face {
    const faces = this.#parts.team.faces(account);
    return (agent) => faces.get(agent) ?? { id: agent, name: '', photo: null };
  }

  #visitor(account: AccountId, id: VisitorId, facts: VisitorFacts | null): SummaryVisitor {
    const { onSite, typing, clock } = this.#parts;
    const here = onSite.get(account, id)?.visitor;
    if (here !== undefined) {
      const { number, name, email, country, blocked, presence } = here;
      const online = presence.state !== 'left';
      return { id, number, name, email, country, blocked, online, typing: typing.textOf(id) !== null };
    }
    const until = facts?.blocked?.until;
    return {
      id,
      number: facts?.number ?? 0,
      name: facts?.name ?? null,
      email: facts?.email ?? null,
      country: facts?.country ?? null,
      blocked: until !== undefined && (until === null || until > clock.now()),
      online: false,
      typing: false,
    };
  }
}
