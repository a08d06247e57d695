import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What this process counts, read by Prometheus at `/metrics`. One registry per application instance, never the library's
 * global one, so that several servers can live in one process (tests, the demo).
 */
export interface Metrics {
  readonly registry: Registry;
  /** Business events by name (`platform/events`). */
  readonly events: Counter<'event'>;
  /** HTTP requests refused, by code of `protocol/errors`. */
  readonly refusals: Counter<'code'>;
  readonly httpSeconds: Histogram<'route' | 'method' | 'status'>;
  readonly journalEntries: Counter<'outcome'>;
  readonly journalPending: Gauge;
  readonly journalBatchSeconds: Histogram;
  /** Attempts at jobs, by what became of them. */
  readonly jobs: Counter<'kind' | 'outcome'>;
}

/** @param processFigures also collect CPU, memory and event-loop delay; switched off in tests because it starts timers. */
export function createMetrics(options: { readonly processFigures: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.processFigures) collectDefaultMetrics({ register: registry });
  return {
    registry,
    events: new Counter({ name: 'vetrina_events_total', help: 'Business events', labelNames: ['event'], registers }),
    refusals: new Counter({
      name: 'vetrina_http_refusals_total',
      help: 'HTTP requests refused, by code',
      labelNames: ['code'],
      registers,
    }),
    httpSeconds: new Histogram({
      name: 'vetrina_http_request_seconds',
      help: 'Time to answer an HTTP request',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    journalEntries: new Counter({
      name: 'vetrina_journal_entries_total',
      help: 'Journal entries by what became of them: saved, dropped (no room), refused (not storable)',
      labelNames: ['outcome'],
      registers,
    }),
    journalPending: new Gauge({ name: 'vetrina_journal_pending', help: 'Journal entries not yet saved', registers }),
    journalBatchSeconds: new Histogram({
      name: 'vetrina_journal_batch_seconds',
      help: 'Time to save one journal batch',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1],
      registers,
    }),
    jobs: new Counter({
      name: 'vetrina_job_attempts_total',
      help: 'Attempts at jobs by what became of them: done, retried, failed (given up)',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
  };
}

/** Shows what is held in memory now (visitors, screens, sockets …), read when asked. */
export function gaugeSizes(registry: Registry, sizes: () => Readonly<Record<string, number>>): void {
  new Gauge({
    name: 'vetrina_live',
    help: 'What is held in memory now',
    labelNames: ['what'],
    registers: [registry],
    collect() {
      for (const [what, size] of Object.entries(sizes())) this.set({ what }, size);
    },
  });
}

/** Shows how many jobs wait and how many were given up, read when asked. */
export function gaugeJobs(
  registry: Registry,
  counts: () => Promise<Readonly<Record<'waiting' | 'failed', number>>>,
): void {
  new Gauge({
    name: 'vetrina_jobs',
    help: 'Jobs kept in the database: waiting, failed (given up within the last 30 days)',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const [state, count] of Object.entries(await counts())) this.set({ state }, count);
    },
  });
}
