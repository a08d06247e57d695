import type { Author, Entry } from '@vetrina/protocol/conversation';
import type { TalkFacts } from './talk-facts.ts';

/** Messages of one author that came this soon after each other stand together, ms. */
const TOGETHER = 5 * 60_000;

export type Voice = 'visitor' | 'team' | 'automation' | 'note';

/** A line of the log as it is drawn. */
export type LogLine =
  | { readonly line: 'day'; readonly at: number }
  | { readonly line: 'event'; readonly entry: Entry }
  | {
      readonly line: 'messages';
      readonly author: Author;
      readonly voice: Voice;
      readonly entries: readonly Entry[];
    };

/**
 * The log in lines: messages of one author together, a line where a day begins, everything else a line of its own.
 *
 * @param dayOf names the day of a moment; the reader's time zone is the caller's to know
 */
export function logLines(entries: readonly Entry[], dayOf: (at: number) => string): readonly LogLine[] {
  const lines: LogLine[] = [];
  let day = '';
  for (const entry of entries) {
    // V8: the message itself is struck through, which says it all.
    if (entry.body.kind === 'recalled') continue;
    const today = dayOf(entry.at);
    if (today !== day) lines.push({ line: 'day', at: entry.at });
    day = today;
    const voice = voiceOf(entry);
    if (voice === null) lines.push({ line: 'event', entry });
    else join(lines, entry, voice);
  }
  return lines;
}

function join(lines: LogLine[], entry: Entry, voice: Voice): void {
  const last = lines.at(-1);
  const isSame =
    last?.line === 'messages' &&
    last.voice === voice &&
    nameOf(last.author) === nameOf(entry.author) &&
    entry.at - (last.entries.at(-1)?.at ?? 0) <= TOGETHER;
  if (isSame) lines[lines.length - 1] = { ...last, entries: [...last.entries, entry] };
  else lines.push({ line: 'messages', author: entry.author, voice, entries: [entry] });
}

/** Null: nobody speaks, something happens. */
function voiceOf({ body, author }: Entry): Voice | null {
  if (body.kind === 'note') return 'note';
  if (body.kind !== 'text' && body.kind !== 'file') return null;
  switch (author.who) {
    case 'visitor':
      return 'visitor';
    case 'agent':
      return 'team';
    case 'automation':
    case 'system':
      return 'automation';
  }
}

function nameOf(author: Author): string {
  if (author.who === 'agent') return author.agent.id;
  return author.who === 'automation' ? `automation ${author.name}` : author.who;
}

/** Who took each recalled message back, by its id. */
export function recallers(entries: readonly Entry[]): ReadonlyMap<string, Author> {
  return new Map(
    entries.flatMap(({ body, author }) => (body.kind === 'recalled' ? [[body.message as string, author]] : [])),
  );
}

/** The newest message of the team that the visitor has read: under it stands the read mark. */
export function lastSeen(entries: readonly Entry[], visitorReadSeq: number): Entry | null {
  return (
    entries.findLast(
      ({ author, body, publicSeq, recalled }) =>
        author.who === 'agent' &&
        (body.kind === 'text' || body.kind === 'file') &&
        publicSeq !== null &&
        publicSeq <= visitorReadSeq &&
        !recalled,
    ) ?? null
  );
}

/** V8.2: what the team said may be taken back while the visitor has not read it, by its sender, by owners and by admins. */
export function mayRecall(
  { author, publicSeq, recalled }: Pick<Entry, 'author' | 'publicSeq' | 'recalled'>,
  { me, mayRecallOthers, visitorReadSeq }: Pick<TalkFacts, 'me' | 'mayRecallOthers' | 'visitorReadSeq'>,
): boolean {
  if (recalled || publicSeq === null || publicSeq <= visitorReadSeq) return false;
  switch (author.who) {
    case 'agent':
      return mayRecallOthers || author.agent.id === me;
    case 'automation':
      return mayRecallOthers;
    case 'visitor':
    case 'system':
      return false;
  }
}
