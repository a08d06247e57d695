import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Breathe } from '../platform/turns.ts';
import type { JournalEntry, VisitJournal } from '../visitors/ports.ts';
import { blamesTheData } from './dialect.ts';
import { journalSize } from './journal-size.ts';

/**
 * Most entries per transaction. The more share one, the more of them change the same places on disk, which are written
 * once: on SQLite a page view costs half as much among 2,000 entries as among 200. Other queries wait for some 50 ms behind
 * a full batch, and only a flood fills one.
 */
const BATCH = 2_000;
/** How long an entry waits for company, ms. */
const GATHER = 100;
/** Entries kept while the database is away (some hundred bytes each). Beyond it the newest are dropped and counted. */
const MOST_PENDING = 200_000;
/** Bytes they may come to: what a page says of its visitor can be a hundred times what most say. */
const MOST_BYTES = 128 * 1024 * 1024;
const RETRY_FIRST = 250;
const RETRY_LONGEST = 15_000;

export interface VisitJournalParts {
  /** Saves a run of entries in one transaction, all or none, harmless when repeated. */
  readonly save: (entries: readonly JournalEntry[]) => Promise<void>;
  readonly clock: Clock;
  readonly breathe: Breathe;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'journalEntries' | 'journalPending' | 'journalBatchSeconds'>;
  /** For tests. */
  readonly mostPending?: number;
  readonly mostBytes?: number;
}

/**
 * The write-behind log of what visitors do. One batch is saved at a time, in the order of appending; while the database is
 * away entries wait, and the batch that failed is tried again with growing pauses. An entry that the database cannot hold
 * is found by halving its batch, logged without its content, and left out.
 */
export function createVisitJournal(parts: VisitJournalParts): VisitJournal & { stop(): void } {
  return new WriteBehind(parts);
}

class WriteBehind implements VisitJournal {
  readonly #parts: VisitJournalParts;
  readonly #mostPending: number;
  readonly #mostBytes: number;
  #bytes = 0;
  #waiting: JournalEntry[] = [];
  #saving: readonly JournalEntry[] = [];
  #running: Promise<void> | null = null;
  #cancelTimer: (() => void) | null = null;
  #failures = 0;
  #appended = 0;
  #settled = 0;
  #dropping = false;
  #stopped = false;
  #flushes: { readonly upTo: number; readonly done: () => void }[] = [];

  constructor(parts: VisitJournalParts) {
    this.#parts = parts;
    this.#mostPending = parts.mostPending ?? MOST_PENDING;
    this.#mostBytes = parts.mostBytes ?? MOST_BYTES;
  }

  get pending(): number {
    return this.#waiting.length + this.#saving.length;
  }

  append(entry: JournalEntry): void {
    const bytes = journalSize(entry);
    if (this.pending >= this.#mostPending || this.#bytes + bytes > this.#mostBytes) {
      this.#drop();
      return;
    }
    this.#bytes += bytes;
    this.#dropping = false;
    this.#waiting.push(entry);
    this.#appended += 1;
    if (this.#running !== null || this.#failures > 0) return;
    if (this.#waiting.length >= BATCH) this.#run();
    else this.#cancelTimer ??= this.#parts.clock.after(GATHER, () => this.#run());
  }

  flush(): Promise<void> {
    if (this.#settled === this.#appended) return Promise.resolve();
    const flushed = new Promise<void>((done) => this.#flushes.push({ upTo: this.#appended, done }));
    if (this.#running === null) this.#run();
    return flushed;
  }

  /** No more attempts; what is pending is lost. After a last `flush`. */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  #drop(): void {
    this.#parts.metrics.journalEntries.inc({ outcome: 'dropped' });
    if (this.#dropping) return;
    this.#dropping = true;
    this.#parts.log.error(
      { pending: this.pending },
      'The journal is full; new page views are not saved until the database is back',
    );
  }

  #run(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#stopped || this.#running !== null) return;
    this.#running = this.#drain().finally(() => {
      this.#running = null;
      if (this.#waiting.length === 0 || this.#stopped) return;
      const wait = this.#failures === 0 ? GATHER : Math.min(RETRY_FIRST * 2 ** (this.#failures - 1), RETRY_LONGEST);
      this.#cancelTimer ??= this.#parts.clock.after(wait, () => this.#run());
    });
  }

  /** Saves while there is a whole batch or somebody waits for a flush. */
  async #drain(): Promise<void> {
    do {
      this.#saving = this.#waiting.splice(0, BATCH);
      const done = await this.#save(this.#saving);
      if (!done) {
        this.#waiting = [...this.#saving, ...this.#waiting];
        this.#saving = [];
        return;
      }
      this.#settled += this.#saving.length;
      for (const entry of this.#saving) this.#bytes -= journalSize(entry);
      this.#saving = [];
      this.#parts.metrics.journalPending.set(this.pending);
      this.#flushes = this.#flushes.filter(({ upTo, done: resolve }) => {
        if (upTo > this.#settled) return true;
        resolve();
        return false;
      });
      await this.#parts.breathe();
    } while (
      !this.#stopped &&
      (this.#waiting.length >= BATCH || (this.#flushes.length > 0 && this.#waiting.length > 0))
    );
  }

  /** False: the database is away, try again later. */
  async #save(entries: readonly JournalEntry[]): Promise<boolean> {
    if (entries.length === 0) return true;
    const { clock, metrics, log } = this.#parts;
    const began = clock.now();
    try {
      await this.#parts.save(entries);
    } catch (error) {
      if (!blamesTheData(error)) return this.#away(error);
      if (entries.length > 1) return this.#saveHalves(entries);
      metrics.journalEntries.inc({ outcome: 'refused' });
      log.error(
        { err: error, kind: entries[0]?.kind, account: entries[0]?.account },
        'A journal entry cannot be stored and was left out',
      );
      return true;
    }
    if (this.#failures > 0) log.info({ pending: this.pending }, 'The database is back; the journal is being saved');
    this.#failures = 0;
    metrics.journalEntries.inc({ outcome: 'saved' }, entries.length);
    metrics.journalBatchSeconds.observe((clock.now() - began) / 1000);
    return true;
  }

  async #saveHalves(entries: readonly JournalEntry[]): Promise<boolean> {
    const middle = Math.ceil(entries.length / 2);
    return (await this.#save(entries.slice(0, middle))) && (await this.#save(entries.slice(middle)));
  }

  #away(error: unknown): false {
    this.#failures += 1;
    this.#parts.metrics.journalPending.set(this.pending);
    this.#parts.log.warn(
      { err: error, pending: this.pending, attempt: this.#failures },
      'The journal could not be saved and will be retried',
    );
    return false;
  }
}
