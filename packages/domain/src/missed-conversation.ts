import type { Conversation, LogEntry } from './conversation.ts';

/** C5, C8: what the team is told of by e-mail. `offline`: nobody was there; `missed`: somebody was, and nobody answered. */
export type TellingReason = 'offline' | 'missed';

/** How long colleagues have before an e-mail goes out, ms. */
export const TELL_AFTER = 120_000;
/** C8: as long as the visitor waits on the site, somebody may still answer: looked again after, ms. */
export const LOOK_AGAIN_AFTER = 60_000;

/** C5: of one conversation the team is told once in so long at most, ms; what came meanwhile is in the next e-mail. */
export const TELL_AT_MOST_EVERY = 3_600_000;

/**
 * Should the team be told of this change, unless somebody sees to it meanwhile? Of every message that nobody is there to read;
 * otherwise only of the one with which a wait begins. null: no.
 */
export function tellingAfter(
  change: {
    readonly before: Pick<Conversation, 'waitingSince'> | null;
    readonly conversation: Pick<Conversation, 'waitingSince'>;
    readonly entries: readonly Pick<LogEntry, 'sender' | 'body'>[];
  },
  { someoneOnline, tellsOfMissed }: { readonly someoneOnline: boolean; readonly tellsOfMissed: boolean },
): TellingReason | null {
  const begins = change.entries.some(beginsWait);
  if (!begins || change.conversation.waitingSince === null) return null;
  if (!someoneOnline) return 'offline';
  const waitBegins = (change.before?.waitingSince ?? null) === null;
  return waitBegins && tellsOfMissed ? 'missed' : null;
}

/** The visitor wrote to the team, or a chatbot handed them over to it. */
export function beginsWait({ sender, body }: Pick<LogEntry, 'sender' | 'body'>): boolean {
  if (sender.who === 'automation') return body.kind === 'transferred';
  return sender.who === 'visitor' && (body.kind === 'text' || body.kind === 'file');
}

/**
 * What is to be done once the time is up. `tell`: send the e-mail. `wait`: the visitor is still there to be answered.
 * `drop`: somebody read the message, joined, answered, or it is resolved. `attended`: one of its agents is online.
 */
export function tellingNow(
  { because, seq }: { readonly because: TellingReason; readonly seq: number },
  conversation: Pick<Conversation, 'state' | 'waitingSince' | 'teamReadSeq'>,
  { visitorIsHere, attended }: { readonly visitorIsHere: boolean; readonly attended: boolean },
): 'tell' | 'wait' | 'drop' {
  if (conversation.state === 'resolved' || conversation.waitingSince === null) return 'drop';
  switch (because) {
    case 'offline':
      return conversation.teamReadSeq >= seq ? 'drop' : 'tell';
    case 'missed':
      // Reading is not enough: the visitor left without an answer. Whoever joined, and is there, has taken it on.
      if (attended) return 'drop';
      return visitorIsHere ? 'wait' : 'tell';
  }
}
