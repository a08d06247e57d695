import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AccountKey } from '@vetrina/protocol/ids';
import Database from 'better-sqlite3';
import { visitorsOn } from './crowd-of.ts';
import { usageOf } from './process-usage.ts';
import { loopDelayOf } from './server-figures.ts';

export interface Flooded {
  readonly sent: number;
  /** CPU of the server over the flood and the time it took to digest it, s. */
  readonly cpuSeconds: number;
  readonly loopDelay: number;
  /** 99th percentile of how late the server's event loop was, ms. */
  readonly serverDelay: number;
  /** Each visitor's first page came with the hello, before the flood. */
  readonly firstPages: number;
}

const VISITORS = 4_000;
/** 4,000 visitors each 320 ms are 12,500 page views a second; a socket stays far below its own limit. */
const PERIOD = 320;
const SETTLE = 3_000;

/** Sends more page views than the target says, in an open loop. */
export async function flood(url: string, key: AccountKey, pid: number, forMs: number): Promise<Flooded> {
  const visitors = visitorsOn(url, key, VISITORS);
  await visitors.growTo(VISITORS);
  await pause(2_000);
  await loopDelayOf(url);
  const before = usageOf(pid);
  const { sent, loopDelay } = await visitors.browse(PERIOD, forMs);
  const serverDelay = await loopDelayOf(url);
  await pause(SETTLE);
  const after = usageOf(pid);
  const cpuSeconds = (after.cpuMs - before.cpuMs) / 1_000;
  const firstPages = visitors.count;
  await visitors.end();
  return { sent, loopDelay, cpuSeconds, serverDelay, firstPages };
}

/** Page views in the embedded database, those included that came with a hello. */
export function savedPageViews(dataDir: string): number {
  const database = new Database(join(dataDir, 'vetrina.sqlite'), { readonly: true });
  try {
    return (database.prepare('select count(*) as count from page_views').get() as { count: number }).count;
  } finally {
    database.close();
  }
}
