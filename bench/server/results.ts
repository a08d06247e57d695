import { atLeast, atMost, type Measurement, type ResultTable } from '../table.ts';
import type { Flooded } from './flood.ts';
import type { Restarted } from './restart.ts';
import { MOST_LOOP_DELAY, type Watched } from './watching.ts';

export interface VetrinaResults {
  readonly watched: readonly Watched[];
  /** Bytes per connected visitor. */
  readonly memory: number;
  /** Bytes of the process before anybody came. */
  readonly empty: number;
  readonly restart: Restarted;
  /** `saved`: page views found in the database afterwards. */
  readonly flood: Flooded & { readonly saved: number; readonly seconds: number };
}

export interface BareResults {
  readonly flood: Flooded;
  readonly watched: Watched;
  readonly memory: number;
}

const KB = 1_024;
/** Where the target for the agents' downlink was set. */
const DOWNLINK_AT = 10_000;
/** The event loop of the server may be this late at p99, ms: above it, everyone waits for somebody's work. */
const MOST_SERVER_DELAY = 20;

/** Generators that were late measure themselves: whatever they saw says nothing about the server. */
function validity(loopDelay: number): { readonly void?: string } {
  if (loopDelay <= MOST_LOOP_DELAY) return {};
  return { void: `the generators were ${Math.round(loopDelay)} ms late` };
}

function watchingRows(watched: Watched, bare: Watched): Measurement[] {
  const people = watched.visitors.toLocaleString('en-GB');
  const label = (what: string) => `${people} visitors, 20 screens: ${what}`;
  const beside = (value: number) => ({ what: 'bare ws relay', value });
  const valid = validity(Math.max(watched.loopDelay, bare.loopDelay));
  const { p50, p99, serverDelay } = watched;
  return [
    {
      ...{ what: label('page view → screen, p50'), value: p50, unit: 'ms', target: atMost(120) },
      ...{ baseline: beside(bare.p50), ...valid },
    },
    {
      ...{ what: label('page view → screen, p99'), value: p99, unit: 'ms', target: atMost(250) },
      ...{ baseline: beside(bare.p99), ...valid },
    },
    {
      what: label('page views seen by the screen that looks for them'),
      value: 100 * watched.seen,
      unit: '%',
      target: atLeast(100),
    },
    {
      what: label('CPU of the server per page view, everything included'),
      value: watched.cpuPerEvent,
      unit: 'µs',
      baseline: beside(bare.cpuPerEvent),
    },
    {
      ...{ what: label("delay of the server's event loop, p99"), value: serverDelay, unit: 'ms' },
      ...{ target: atMost(MOST_SERVER_DELAY), ...valid },
    },
    downlinkRow(label('downlink of a screen at the top of the list'), watched.topBytes, watched),
    downlinkRow(label('downlink of a screen that searches (50 people)'), watched.searchBytes, watched),
  ];
}

/** A page view each 20 s makes 500 changes a second of 10,000 visitors, which is what the target speaks of. */
function downlinkRow(what: string, bytes: number, { visitors, wholeListBytes }: Watched): Measurement {
  return {
    ...{ what, value: bytes / KB, unit: 'KB/s' },
    ...(visitors === DOWNLINK_AT && { target: atMost(10) }),
    baseline: { what: 'the whole list each second', value: wholeListBytes / KB },
  };
}

function floodRows({ flood }: VetrinaResults, bare: BareResults): Measurement[] {
  const saved = flood.saved - flood.firstPages;
  const valid = validity(Math.max(flood.loopDelay, bare.flood.loopDelay));
  return [
    {
      what: 'flood: saved page views per second and core',
      value: saved / flood.cpuSeconds,
      unit: '/s',
      target: atLeast(10_000),
      baseline: { what: 'bare ws parse', value: bare.flood.sent / bare.flood.cpuSeconds },
      note: 'CPU time of all threads, so that other work on the machine hardly counts',
    },
    { what: 'flood: page views sent', value: flood.sent / flood.seconds, unit: '/s' },
    { what: 'flood: of them saved', value: (100 * saved) / flood.sent, unit: '%', target: atLeast(100) },
    {
      ...{ what: "flood: delay of the server's event loop, p99", value: flood.serverDelay, unit: 'ms' },
      ...{ target: atMost(MOST_SERVER_DELAY), ...valid },
    },
  ];
}

export function serverTable(vetrina: VetrinaResults, bare: BareResults): ResultTable {
  const most = Math.max(...vetrina.watched.map(({ visitors }) => visitors)).toLocaleString('en-GB');
  const { readyMs, exactMs } = vetrina.restart;
  const rows: Measurement[] = [
    ...vetrina.watched.flatMap((watched) => watchingRows(watched, bare.watched)),
    {
      what: `memory of the process per visitor, ${most} connected`,
      value: vetrina.memory / KB,
      unit: 'KB',
      target: atMost(25),
      baseline: { what: 'bare ws relay', value: bare.memory / KB },
    },
    { what: 'memory of the process before anybody comes', value: vetrina.empty / KB / KB, unit: 'MB' },
    ...floodRows(vetrina, bare),
    { what: `restart under ${most} visitors: new process answers`, value: readyMs / 1_000, unit: 's' },
    {
      what: `restart under ${most} visitors: list exact again`,
      value: exactMs / 1_000,
      unit: 's',
      target: atMost(15),
    },
  ];
  return { title: 'Whole server, real sockets', about: ABOUT, rows };
}

const ABOUT = `One server process on the embedded database, as \`npm start\` runs it, and real sockets. Each visitor views a
page every 20 s in an open loop; delay counts from the moment at which a page view was meant to be sent to its arrival in
the frame of an agent's screen, the pause included by which the server gathers changes for a screen. Ten screens show the
top of the list in its own order, ten search for 50 people each; "seen" counts the page views of those people. CPU and
memory are what Linux reports of the process, memory as what grew since nobody was there, divided by the visitors. The
flood sends 12,500 page views a second and counts them in the database afterwards. A restart counts from SIGTERM until the
list counts everybody again; visitors come back by the same policy as real pages.

Generators share the machine with the server. Where their own event loop was more than ${MOST_LOOP_DELAY} ms late at p99, delays
are void: they say how busy the machine was. CPU per page view, memory and counts stand nevertheless. The bare \`ws\` server
beside it runs under the same load and parses each frame; it keeps no list, filters, saves and checks nothing.`;
