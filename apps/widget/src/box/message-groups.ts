import type { Author, PublicEntry } from '@vetrina/protocol/conversation';
import type { MessageId } from '@vetrina/protocol/ids';
import { bodyOf, type ConversationLog, type OwnBody } from './conversation-log.ts';
import type { OutboxItem } from './outbox/outbox-item.ts';

/** How far an own message has come. */
export type Progress = 'sending' | 'sent' | 'read' | 'failed';

export type Line =
  | { readonly is: 'message'; readonly id: MessageId; readonly entry: PublicEntry; readonly progress: Progress | null }
  | { readonly is: 'waiting'; readonly id: MessageId; readonly body: OwnBody; readonly item: OutboxItem };

/** Lines by one author, close in time, under one face and name. */
export interface Group {
  readonly is: 'group';
  readonly key: string;
  readonly author: Author;
  readonly at: number | null;
  readonly lines: readonly Line[];
}

export type Block =
  | Group
  | { readonly is: 'day'; readonly key: string; readonly at: number }
  | { readonly is: 'event'; readonly key: string; readonly entry: PublicEntry };

/** A pause of this length begins a new group. */
const TOGETHER_MS = 5 * 60_000;

/** What the message list shows, from top to bottom: the log, then what is still on its way. `dayOf` names a time's local day. */
export function blocksOf(log: ConversationLog, items: readonly OutboxItem[], dayOf: (at: number) => string): Block[] {
  const blocks: Block[] = [];
  let day = '';
  for (const entry of log.entries) {
    if (!isShown(entry)) continue;
    const today = dayOf(entry.at);
    if (today !== day) blocks.push({ is: 'day', key: `day-${today}`, at: entry.at });
    day = today;
    if (!isMessage(entry)) blocks.push({ is: 'event', key: entry.id, entry });
    else
      addLine(blocks, entry.author, entry.at, { is: 'message', id: entry.id, entry, progress: progressOf(log, entry) });
  }
  const known = new Set(log.entries.map(({ id }) => id));
  for (const item of items) {
    const body = waitingBody(item);
    if (!body || known.has(item.frame.id)) continue;
    addLine(blocks, { who: 'visitor' }, null, { is: 'waiting', id: item.frame.id, body, item });
  }
  return blocks;
}

/** Messages of the team above what the visitor has read: what the launcher's badge counts. */
export function isFromTeam({ author, body }: PublicEntry): boolean {
  return (author.who === 'agent' || author.who === 'automation') && (body.kind === 'text' || body.kind === 'file');
}

function isMessage({ body }: PublicEntry): boolean {
  return body.kind === 'text' || body.kind === 'file' || body.kind === 'taken-back';
}

/**
 * That something was recalled shows at its place; whom the team adds or takes away matters only if a person is named; and a
 * form that held nothing but a tick is no contact details.
 */
function isShown({ body, author }: PublicEntry): boolean {
  if (body.kind === 'recalled') return false;
  if (body.kind === 'contact') return Boolean(body.name ?? body.email ?? body.phone);
  return (body.kind !== 'joined' && body.kind !== 'left') || author.who === 'agent';
}

function waitingBody({ frame, card }: OutboxItem): OwnBody | null {
  if (frame.type !== 'say') return null;
  return card ? { kind: 'file', file: card } : bodyOf(frame.saying);
}

function progressOf(log: ConversationLog, { author, seq }: PublicEntry): Progress | null {
  if (author.who !== 'visitor') return null;
  return seq <= log.marks.team ? 'read' : 'sent';
}

function addLine(blocks: Block[], author: Author, at: number | null, line: Line): void {
  const last = blocks.at(-1);
  const near = last?.is === 'group' && (at === null || last.at === null || at - timeOf(last) < TOGETHER_MS);
  if (last?.is === 'group' && near && whoIs(last.author) === whoIs(author)) {
    blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] };
  } else blocks.push({ is: 'group', key: line.id, author, at, lines: [line] });
}

/** When the group's newest line was said. */
function timeOf(group: Group): number {
  const last = group.lines.at(-1);
  return last?.is === 'message' ? last.entry.at : (group.at ?? 0);
}

function whoIs(author: Author): string {
  switch (author.who) {
    case 'agent':
      return author.agent.id;
    case 'automation':
      return `${author.who} ${author.name}`;
    default:
      return author.who;
  }
}
