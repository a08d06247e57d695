import type { LogEntry } from '@vetrina/domain/conversation';
import type { Entry, Face, PublicEntry } from '@vetrina/protocol/conversation';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { filesOf, type Shown, showEntry, showPublicEntry } from '../conversations/show-entry.ts';
import type { FileBook } from '../files/ports.ts';
import type { Summaries } from './summaries.ts';
import type { TeamPresence } from './team-presence.ts';

/** Entries made ready to be shown: with the faces of who wrote them, and files with fresh addresses. */
export class ShownEntries {
  readonly #files: Pick<FileBook, 'cards'>;
  readonly #team: Pick<TeamPresence, 'ready'>;
  readonly #summaries: Pick<Summaries, 'faceIn'>;

  constructor(files: Pick<FileBook, 'cards'>, team: Pick<TeamPresence, 'ready'>, summaries: Pick<Summaries, 'faceIn'>) {
    this.#files = files;
    this.#team = team;
    this.#summaries = summaries;
  }

  async faces(account: AccountId): Promise<(agent: AgentId) => Face> {
    await this.#team.ready(account);
    return this.#summaries.faceIn(account);
  }

  /** What these entries name. Asks nobody for entries without files. */
  async lookUp(account: AccountId, entries: readonly LogEntry[]): Promise<Shown> {
    const files = filesOf(entries);
    return {
      face: await this.faces(account),
      files: files.length === 0 ? new Map() : await this.#files.cards(account, files),
    };
  }

  forTeam(entries: readonly LogEntry[], shown: Shown): Entry[] {
    return entries.map((entry) => showEntry(entry, shown));
  }

  forVisitor(entries: readonly LogEntry[], shown: Shown): PublicEntry[] {
    return entries.flatMap((entry) => showPublicEntry(entry, shown) ?? []);
  }
}
