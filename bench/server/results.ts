import { atLeast, atMost, type Measurement, type ResultTable } from '../table.ts';
import type { Flooded } from './flood.ts';
import type { Restarted } from './restart.ts';
import { MOST_LOOP_DELAY, type Watched } from './watching.ts';

export interface VetrinaResults {
  readonly watched: readonly Watched[];
  /** Bytes per connected visitor. */
  readonly memory: number;
  readonly restart: Restarted;
  readonly flood: Flooded & { readonly saved: number; readonly seconds: number };
}

export interface BareResults {
  readonly flood: Flooded;
  readonly watched: Watched;
  readonly memory: number;
}

/** A run in which the generators were late says nothing about the server. */
function validity(loopDelay: number): { readonly note?: string } {
  if (loopDelay <= MOST_LOOP_DELAY) return {};
  return { note: `VOID: the generators were ${Math.round(loopDelay)} ms late` };
}

const KB = 1_024;
/** Where the target for the agents' downlink was set. */
const DOWNLINK_AT = 10_000;

function watchingRows(watched: Watched, bare: Watched): Measurement[] {
  const label = `${watched.visitors.toLocaleString('en-GB')} visitors, 20 screens`;
  const note = validity(watched.loopDelay);
  const beside = (value: number) => ({ what: 'bare ws relay', value });
  return [
    {
      what: `${label}: page view → screen, p50`,
      value: watched.p50,
      unit: 'ms',
      target: atMost(120),
      baseline: beside(bare.p50),
      ...note,
    },
    {
      what: `${label}: page view → screen, p99`,
      value: watched.p99,
      unit: 'ms',
      target: atMost(250),
      baseline: beside(bare.p99),
      ...note,
    },
    {
      what: `${label}: page views seen by the screen that looks for them`,
      value: 100 * watched.seen,
      unit: '%',
      target: atLeast(100),
    },
    {
      what: `${label}: CPU of the server per page view`,
      value: watched.cpuPerEvent,
      unit: 'µs',
      baseline: beside(bare.cpuPerEvent),
    },
    {
      what: `${label}: downlink of a screen at the top of the list`,
      value: watched.topBytes / KB,
      unit: 'KB/s',
      ...(watched.visitors === DOWNLINK_AT && { target: atMost(10) }),
    },
    { what: `${label}: downlink of a searching screen (50 people)`, value: watched.searchBytes / KB, unit: 'KB/s' },
  ];
}

function floodRows({ flood }: VetrinaResults, bare: BareResults): Measurement[] {
  const saved = Math.min(flood.saved, flood.sent);
  return [
    {
      what: 'saved page views per second of one core',
      value: saved / flood.cpuSeconds,
      unit: '/s',
      target: atLeast(10_000),
      baseline: { what: 'bare ws parse', value: bare.flood.sent / bare.flood.cpuSeconds },
      ...validity(flood.loopDelay),
    },
    { what: 'page views sent in the flood', value: flood.sent / flood.seconds, unit: '/s' },
    // Above 100 % because the first page of a visit comes with the hello and is saved too.
    { what: 'of them found in the database', value: (100 * flood.saved) / flood.sent, unit: '%', target: atLeast(100) },
  ];
}

export function serverTable(vetrina: VetrinaResults, bare: BareResults): ResultTable {
  const rows: Measurement[] = [
    ...vetrina.watched.flatMap((watched) => watchingRows(watched, bare.watched)),
    {
      what: 'memory of the process per connected visitor',
      value: vetrina.memory / KB,
      unit: 'KB',
      target: atMost(25),
      baseline: { what: 'bare ws relay', value: bare.memory / KB },
    },
    ...floodRows(vetrina, bare),
    { what: 'restart: new process answers', value: vetrina.restart.readyMs / 1_000, unit: 's' },
    { what: 'restart: list exact again', value: vetrina.restart.exactMs / 1_000, unit: 's', target: atMost(15) },
  ];
  return {
    title: 'Whole server, real sockets',
    about:
      'One server process on the embedded database; visitors view a page every 20 s in an open loop, and delay counts from ' +
      'the moment a page view was meant to be sent. Generators share the machine with the server; a run in which their own ' +
      `loop is more than ${MOST_LOOP_DELAY} ms late at p99 is void.`,
    rows,
  };
}
