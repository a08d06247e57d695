import { seesConversation } from '@vetrina/domain/conversation-sight';
import { sees } from '@vetrina/domain/group-scope';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import type { Actor } from '../accounts/ports.ts';
import type { ConversationReads } from '../conversations/ports.ts';
import type { OnSite } from '../visitors/stay.ts';
import type { ConversationMemory } from './conversation-memory.ts';

export interface SightParts {
  readonly onSite: OnSite;
  readonly memory: ConversationMemory;
  readonly conversations: Pick<ConversationReads, 'newestOf'>;
  /** The group of a visitor who is not on the site; undefined: no such visitor. */
  readonly savedGroup: (account: AccountId, visitor: VisitorId) => Promise<string | null | undefined>;
}

/**
 * T1: which visitors an agent may see: those of their groups, and whom a conversation that they see is with. The list of
 * visitors shows the first alone.
 */
export class Sight {
  readonly #parts: SightParts;

  constructor(parts: SightParts) {
    this.#parts = parts;
  }

  /** Any visitor, on the site or not. An unknown one is nobody's to see. */
  async maySee(actor: Actor, visitor: VisitorId): Promise<boolean> {
    const { onSite, savedGroup, memory, conversations } = this.#parts;
    const { account } = actor;
    const here = onSite.get(account, visitor);
    const group = here === undefined ? await savedGroup(account, visitor) : here.visitor.group;
    if (group === undefined) return false;
    if (sees(actor.groups, group)) return true;
    const newest = memory.of(account).newest.get(visitor) ?? (await conversations.newestOf(account, visitor));
    return newest !== null && seesConversation(actor, newest);
  }

  /** The same of somebody who is known to exist, from memory; of those who are not here, by their conversation. */
  seesNow(actor: Actor, visitor: VisitorId): boolean {
    if (actor.groups.length === 0) return true;
    const conversation = this.#parts.memory.of(actor.account).newest.get(visitor);
    if (conversation !== undefined && seesConversation(actor, conversation)) return true;
    return sees(actor.groups, this.#parts.onSite.get(actor.account, visitor)?.visitor.group ?? null);
  }
}
