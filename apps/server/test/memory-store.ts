// biome-ignore-all lint/suspicious/useAwait: the port is asynchronous, memory is not
import { sees } from '@vetrina/domain/group-scope';
import type { IpBlock } from '@vetrina/protocol/http/visitors';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import type { TrailPage, VisitSummary } from '@vetrina/protocol/visitor-details';
import type {
  AdmittedVisitor,
  JournalEntry,
  StoredVisitor,
  VisitJournal,
  VisitorStore,
} from '../src/visitors/ports.ts';

interface Remembered {
  visitor: StoredVisitor;
  note: { text: string; by: null; at: number | null };
  readonly visits: (VisitSummary & {
    lastSeenAt: number;
    trail: TrailPage[];
    started: Extract<JournalEntry, { kind: 'visit-started' }>;
  })[];
}

/**
 * The visitors' store and journal in memory, saving at once. It outlives a `World`, so that a restart can be told. What
 * SQL does with the same calls is the store contract's business.
 */
export class MemoryStore implements VisitorStore, VisitJournal {
  /** Set to make the journal wait, as it does while the database is away. */
  away = false;
  /** Everything appended, oldest first. */
  readonly entries: JournalEntry[] = [];
  /** Batches asked of `admit`. */
  admissions: number[] = [];
  /** Set to make the next calls fail. */
  broken = false;
  readonly #people = new Map<string, Remembered>();
  readonly #numbers = new Map<AccountId, number>();
  readonly #ipBlocks = new Map<AccountId, IpBlock[]>();
  #lastAlive: number | null = null;

  async admit(requests: Parameters<VisitorStore['admit']>[0]): Promise<readonly AdmittedVisitor[]> {
    if (this.broken) throw new Error('the store is broken');
    this.admissions.push(requests.length);
    return requests.map(({ account, visitor, at }) => ({ ...this.#find(account, visitor, at).visitor, contacts: [] }));
  }

  async details({ account, visitor }: Parameters<VisitorStore['details']>[0]): ReturnType<VisitorStore['details']> {
    const known = this.#people.get(`${account} ${visitor}`);
    if (known === undefined) return null;
    const visits = [...known.visits].reverse();
    const started = visits[0]?.started;
    return {
      visitor: known.visitor,
      note: known.note,
      country: started?.place.country ?? null,
      city: started?.place.city ?? null,
      language: started?.language ?? null,
      timezone: started?.timezone ?? null,
      device: started?.machine.device ?? null,
      browser: started?.machine.browser ?? null,
      os: started?.machine.os ?? null,
      screen: started?.machine.screen ?? null,
      ip: started?.ip ?? null,
      ipIsMasked: started?.ipIsMasked ?? true,
      visits: visits.map(({ id, startedAt, endedAt, pageViews, source }) => ({
        id,
        startedAt,
        endedAt,
        pageViews,
        source,
      })),
      trail: structuredClone(visits[0]?.trail ?? []),
    };
  }

  async edit(
    { account, visitor }: Parameters<VisitorStore['edit']>[0],
    edit: Parameters<VisitorStore['edit']>[1],
    _by: string,
    at: number,
  ) {
    const known = this.#people.get(`${account} ${visitor}`);
    if (known === undefined) return false;
    const { note, ...rest } = edit;
    const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    known.visitor = { ...known.visitor, ...set };
    if (note !== undefined) known.note = { text: note, by: null, at };
    return true;
  }

  async block(
    { account, visitor }: Parameters<VisitorStore['block']>[0],
    { at, by, until }: Parameters<VisitorStore['block']>[1],
  ) {
    return this.#alter(account, visitor, { blocked: { at, by, until } });
  }

  async unblock({ account, visitor }: Parameters<VisitorStore['unblock']>[0]) {
    return this.#alter(account, visitor, { blocked: null });
  }

  async blockedVisitors(account: AccountId, groups: readonly string[], now: number) {
    return [...this.#people]
      .filter(([key]) => key.startsWith(`${account} `))
      .flatMap(([, { visitor }]) => {
        const { id, number, name, email, group, blocked } = visitor;
        const is = blocked !== null && (blocked.until === null || blocked.until > now) && sees(groups, group);
        return is ? [{ id, number, name, email, at: blocked.at, by: blocked.by, until: blocked.until }] : [];
      })
      .sort((a, b) => b.at - a.at);
  }

  async ipBlocks(account: AccountId) {
    return this.#ipBlocks.get(account) ?? [];
  }

  async addIpBlock(account: AccountId, { byAgent: _, ...block }: Parameters<VisitorStore['addIpBlock']>[1]) {
    this.#ipBlocks.set(account, [...(this.#ipBlocks.get(account) ?? []), block]);
  }

  async removeIpBlock(account: AccountId, id: IpBlock['id']) {
    const blocks = this.#ipBlocks.get(account) ?? [];
    this.#ipBlocks.set(
      account,
      blocks.filter((block) => block.id !== id),
    );
    return blocks.some((block) => block.id === id);
  }

  async markAlive(at: number) {
    this.#lastAlive = at;
  }

  async lastAlive() {
    return this.#lastAlive;
  }

  async closeAbandonedVisits(openSince: number, endedAt: number) {
    let closed = 0;
    for (const { visits } of this.#people.values()) {
      for (const visit of visits) {
        if (visit.endedAt !== null || visit.lastSeenAt >= openSince) continue;
        visit.endedAt = endedAt;
        closed += 1;
      }
    }
    return closed;
  }

  append(entry: JournalEntry): void {
    this.entries.push(entry);
    const known = this.#find(entry.account, entry.visitor, 0);
    if (entry.kind === 'visit-started') {
      const { visit: id, at, source } = entry;
      known.visits.push({
        id,
        startedAt: at,
        endedAt: null,
        pageViews: 0,
        source,
        lastSeenAt: at,
        trail: [],
        started: entry,
      });
      known.visitor = { ...known.visitor, visits: known.visitor.visits + 1 };
    } else if (entry.kind === 'identified') {
      const { name, email, phone, group, language, variables, customer, verified, userId } = entry;
      known.visitor = {
        ...known.visitor,
        ...{ name, email, phone, group, language, variables, customer, verified, userId },
      };
    } else this.#change(known, entry);
  }

  flush(): Promise<void> {
    return this.away ? new Promise(() => undefined) : Promise.resolve();
  }

  get pending(): number {
    return this.away ? 1 : 0;
  }

  /** Visits of one visitor, oldest first. */
  visitsOf(account: AccountId, visitor: VisitorId) {
    return this.#people.get(`${account} ${visitor}`)?.visits ?? [];
  }

  #change(known: Remembered, entry: Exclude<JournalEntry, { kind: 'visit-started' | 'identified' }>): void {
    const visit = known.visits.find(({ id }) => id === entry.visit);
    if (visit === undefined) return;
    const page =
      'page' in entry ? known.visits.flatMap(({ trail }) => trail).find(({ id }) => id === entry.page) : undefined;
    switch (entry.kind) {
      case 'page-viewed':
        visit.endedAt = null;
        visit.lastSeenAt = entry.at;
        if (page !== undefined) break;
        visit.trail.push({ id: entry.page, url: entry.url, title: entry.title, at: entry.at, endedAt: null });
        visit.pageViews += 1;
        break;
      case 'page-titled':
        if (page !== undefined) page.title = entry.title;
        break;
      case 'page-ended':
        if (page !== undefined) page.endedAt = entry.at;
        break;
      case 'visit-ended':
        visit.endedAt = entry.at;
        break;
    }
    const last = known.visits.at(-1) ?? null;
    known.visitor = { ...known.visitor, lastVisit: last };
  }

  #alter(account: AccountId, visitor: VisitorId, facts: Partial<StoredVisitor>): boolean {
    const known = this.#people.get(`${account} ${visitor}`);
    if (known === undefined) return false;
    known.visitor = { ...known.visitor, ...facts };
    return true;
  }

  #find(account: AccountId, id: VisitorId, at: number): Remembered {
    const key = `${account} ${id}`;
    const known = this.#people.get(key);
    if (known !== undefined) return known;
    const number = (this.#numbers.get(account) ?? 0) + 1;
    this.#numbers.set(account, number);
    const visitor: StoredVisitor = {
      ...{ id, number, name: null, email: null, phone: null, group: null, language: null, variables: {} },
      ...{
        customer: false,
        verified: false,
        userId: null,
        autoMessagedAt: null,
        visits: 0,
        chats: 0,
        blocked: null,
        lastVisit: null,
      },
      ...{ firstSeenAt: at, lastSeenAt: at },
    };
    const made: Remembered = { visitor, note: { text: '', by: null, at: null }, visits: [] };
    this.#people.set(key, made);
    return made;
  }
}
