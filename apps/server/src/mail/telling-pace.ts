import { TELL_AT_MOST_EVERY } from '@vetrina/domain/missed-conversation';
import type { ConversationId } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';

/** When the team was last told of each conversation by e-mail. In memory: a restart costs one e-mail more at most. */
export interface TellingPace {
  /** Ms since 1970 from which on the team may be told of it again; 0: at any time. */
  notBefore(conversation: ConversationId): number;
  told(conversation: ConversationId): void;
}

export function createTellingPace(clock: Pick<Clock, 'now'>): TellingPace {
  /** Oldest first. */
  const told = new Map<ConversationId, number>();
  return {
    notBefore: (conversation) => {
      const last = told.get(conversation);
      return last === undefined ? 0 : last + TELL_AT_MOST_EVERY;
    },
    told(conversation) {
      const now = clock.now();
      for (const [other, at] of told) {
        if (now - at < TELL_AT_MOST_EVERY) break;
        told.delete(other);
      }
      told.delete(conversation);
      told.set(conversation, now);
    },
  };
}
