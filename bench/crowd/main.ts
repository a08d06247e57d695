/** A simulated crowd on a running server: see `crowd-options.ts` for the command line. */
import { type ChildProcess, fork } from 'node:child_process';
import { CLOSE } from '@vetrina/protocol/close-codes';
import { asArguments, type CrowdOptions, readOptions, shares } from './crowd-options.ts';
import { type CrowdNumbers, playCrowd } from './play-crowd.ts';

interface Report {
  readonly connected: number;
  readonly refused: readonly (readonly [code: number, count: number])[];
  readonly lastError: string | null;
}

const REPORT_EVERY = 1_000;
const reasons: ReadonlyMap<number, string> = new Map(
  Object.values(CLOSE).map(({ code, reason }) => [code, reason] as const),
);

function reportOf({ connected, refused, lastError }: CrowdNumbers): Report {
  return { connected, refused: [...refused], lastError };
}

/** Plays this process' share; every second it answers how it goes. */
function playShare({ url, guests, seed, rampMs }: CrowdOptions, report: (reports: Report[]) => void): void {
  const crowds = guests.map(({ key, size }, index) => playCrowd({ url, key }, size, seed + index, rampMs));
  setInterval(() => report(crowds.map(({ numbers }) => reportOf(numbers))), REPORT_EVERY);
  const end = () => {
    for (const crowd of crowds) crowd.stop();
    // Long enough for the goodbyes to leave the machine.
    setTimeout(() => process.exit(0), 300);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(signal, end);
}

function total(reports: Iterable<readonly Report[]>): Report {
  const refused = new Map<number, number>();
  let connected = 0;
  let lastError: string | null = null;
  for (const report of [...reports].flat()) {
    connected += report.connected;
    lastError = report.lastError ?? lastError;
    for (const [code, count] of report.refused) refused.set(code, (refused.get(code) ?? 0) + count);
  }
  return { connected, refused: [...refused], lastError };
}

/** Says how many are in while the ramp lasts, then once how it ended, and what the server refused. */
function progress(wanted: number, rampMs: number): (report: Report) => void {
  let next = 0;
  let done = false;
  const started = performance.now();
  return ({ connected, refused, lastError }) => {
    const elapsed = performance.now() - started;
    if (done || elapsed < next) return;
    next = elapsed + 5_000;
    done = elapsed > rampMs + 5_000;
    // Crawlers are part of the crowd and are meant to be turned away.
    const why = refused
      .filter(([code]) => code !== CLOSE.bot.code)
      .map(([code, count]) => `${count} × ${reasons.get(code) ?? code}`)
      .join(', ');
    const missing = connected < wanted * 0.9;
    const trouble = [why && `refused: ${why}`, missing && lastError && `last error: ${lastError}`].filter(Boolean);
    console.log(
      `crowd: ${connected} of about ${wanted} connected${trouble.length > 0 ? ` (${trouble.join('; ')})` : ''}`,
    );
    if (done && missing) console.log('crowd: the rest does not get in; the server or its limit of open files caps it.');
  };
}

function main(): void {
  const options = readOptions(process.argv.slice(2));
  const parts = shares(options);
  if (parts.length === 1 && process.env.VETRINA_CROWD_SHARE) {
    playShare(options, (reports) => process.send?.(reports));
    return;
  }
  const say = progress(
    options.guests.reduce((sum, { size }) => sum + size, 0),
    options.rampMs,
  );
  if (parts.length === 1) {
    playShare(options, (reports) => say(total([reports])));
    return;
  }
  const latest = new Map<ChildProcess, Report[]>();
  for (const part of parts) {
    const child = fork(import.meta.filename, asArguments(part), { env: { ...process.env, VETRINA_CROWD_SHARE: '1' } });
    child.on('message', (reports) => {
      latest.set(child, reports as Report[]);
      if (latest.size === parts.length) say(total(latest.values()));
    });
    child.on('exit', () => latest.delete(child));
  }
  // The children end by themselves when their channel closes.
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(signal, () => process.exit(0));
}

main();
