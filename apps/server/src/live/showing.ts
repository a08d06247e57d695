import type { Conversation } from '@vetrina/domain/conversation';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { ConversationId } from '@vetrina/protocol/ids';
import type { Actor } from '../accounts/ports.ts';
import type { ConversationChange } from '../conversations/changes.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import { tailForTeam } from '../conversations/read-log.ts';
import type { Boxes } from './boxes.ts';
import type { Followable } from './conversation-followers.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { ShownChange } from './conversation-reactions.ts';
import type { ShownEntries } from './shown-entries.ts';
import type { Summaries } from './summaries.ts';
import { teamReadPublicSeq } from './team-marks.ts';

export interface ShowingParts {
  readonly store: ConversationStore;
  readonly memory: ConversationMemory;
  readonly boxes: Boxes;
  readonly shown: ShownEntries;
  readonly summaries: Summaries;
  readonly failed: (reason: unknown) => void;
}

/** Looks up what changes and logs need to be shown. */
export class Showing {
  readonly #parts: ShowingParts;

  constructor(parts: ShowingParts) {
    this.#parts = parts;
  }

  /** A change with whatever the reactions ask for. Never rejects: it is saved, and whoever looks has to learn of it. */
  async change(change: ConversationChange): Promise<ShownChange> {
    const { store, memory, boxes, shown, summaries, failed } = this.#parts;
    const { account, conversation, entries } = change;
    const somebodyHere = boxes.tabs(account, conversation.visitor).length > 0;
    try {
      await memory.prepare(change);
      const looked = await shown.lookUp(account, entries);
      const read = somebodyHere ? await teamReadPublicSeq(store, account, conversation) : 0;
      return { ...change, shown: looked, teamReadPublicSeq: read };
    } catch (reason) {
      // What could not be looked up is missing until the next look.
      failed(reason);
      return { ...change, shown: { face: summaries.faceIn(account), files: new Map() }, teamReadPublicSeq: 0 };
    }
  }

  /** What a screen lacks of a conversation; null: not this agent's to see. */
  async followable(actor: Actor, conversation: ConversationId, after: number): Promise<Followable | null> {
    const { store, shown } = this.#parts;
    const tail = await tailForTeam({ store }, actor, { account: actor.account, conversation }, after);
    if (tail === null) return null;
    const [looked, summary] = await Promise.all([
      shown.lookUp(actor.account, tail.entries),
      this.#summary(actor, tail.conversation),
    ]);
    return { tail, entries: shown.forTeam(tail.entries, looked), summary };
  }

  /** Also of one that is resolved, and not in memory. */
  async #summary(actor: Actor, conversation: Conversation): Promise<ConversationSummary> {
    const { store, memory, summaries } = this.#parts;
    if (memory.of(actor.account).unresolved.has(conversation.id)) return summaries.of(actor, conversation);
    const [facts, marks] = await Promise.all([
      store.visitors(actor.account, [conversation.visitor]),
      store.readMarks(actor.account, actor.agent, [conversation.id]),
    ]);
    const mark = marks.get(conversation.id) ?? null;
    return summaries.show(actor.account, conversation, facts.get(conversation.visitor) ?? null, mark);
  }
}
