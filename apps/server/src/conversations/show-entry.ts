import type { LogBody, LogEntry, Sender } from '@vetrina/domain/conversation';
import type { Author, Entry, Face, FileCard, PublicEntry } from '@vetrina/protocol/conversation';
import type { AgentId, FileId } from '@vetrina/protocol/ids';

/** What entries name, looked up. */
export interface Shown {
  /** Also those who left the team: their name stays on what they wrote. */
  readonly face: (agent: AgentId) => Face;
  readonly files: ReadonlyMap<FileId, FileCard>;
}

/** Which files are to be looked up for these entries. */
export function filesOf(entries: readonly LogEntry[]): readonly FileId[] {
  return entries.flatMap(({ body }) => (body.kind === 'file' ? [body.file] : []));
}

/** An entry as the team sees it: also notes, and what was taken back. */
export function showEntry(entry: LogEntry, shown: Shown): Entry {
  const { seq, publicSeq, id, at, sender, recalled } = entry;
  return { seq, publicSeq, id, at, author: authorOf(sender, shown), body: bodyForTeam(entry.body, shown), recalled };
}

/** The same as the visitor sees it; null: does not see it. What was taken back never reaches the visitor. */
export function showPublicEntry(entry: LogEntry, shown: Shown): PublicEntry | null {
  const { publicSeq, id, at, sender } = entry;
  const body = bodyForVisitor(entry, shown);
  if (publicSeq === null || body === null) return null;
  return { seq: publicSeq, id, at, author: authorOf(sender, shown), body };
}

function authorOf(sender: Sender, { face }: Shown): Author {
  switch (sender.who) {
    case 'agent':
      return { who: 'agent', agent: face(sender.agent) };
    case 'automation': {
      const { name, photo } = sender.agent === null ? { name: sender.name, photo: null } : face(sender.agent);
      return { who: 'automation', name, photo };
    }
    case 'visitor':
    case 'system':
      return sender;
  }
}

function bodyForTeam(body: LogBody, shown: Shown): Entry['body'] {
  switch (body.kind) {
    case 'file':
      return fileBody(body.file, shown);
    case 'assigned':
    case 'unassigned':
      return { kind: body.kind, agent: colleague(body.agent, shown) };
    case 'transferred':
      return {
        kind: 'transferred',
        to: body.to.to === 'agent' ? { to: 'agent', agent: colleague(body.to.agent, shown) } : body.to,
      };
    default:
      return body;
  }
}

function bodyForVisitor({ body, recalled }: LogEntry, shown: Shown): PublicEntry['body'] | null {
  if (recalled) return { kind: 'taken-back' };
  switch (body.kind) {
    case 'file':
      return fileBody(body.file, shown);
    case 'note':
    case 'assigned':
    case 'unassigned':
    case 'transferred':
    case 'transcript-sent':
      return null;
    default:
      return body;
  }
}

function colleague(agent: AgentId, { face }: Shown): Pick<Face, 'id' | 'name'> {
  const { id, name } = face(agent);
  return { id, name };
}

/** A file that is no longer there keeps its place in the log, with nothing behind it. */
function fileBody(id: FileId, { files }: Shown): { kind: 'file'; file: FileCard } {
  const gone: FileCard = { id, name: '', bytes: 0, mediaType: 'application/octet-stream', picture: null, url: '' };
  return { kind: 'file', file: files.get(id) ?? gone };
}
