import type { Clock } from '../platform/clock.ts';
import type { Connection } from './connection.ts';

const STEP = 50;

/** Sends everyone away evenly over `overMs`, so that they do not all knock at the next process in the same moment. */
export async function drainConnections(
  clock: Clock,
  connections: readonly Connection[],
  overMs: number,
): Promise<void> {
  const steps = Math.max(1, Math.ceil(overMs / STEP));
  const each = Math.ceil(connections.length / steps);
  for (let done = 0; done < connections.length; done += each) {
    for (const connection of connections.slice(done, done + each)) connection.close('draining');
    await new Promise<void>((resolve) => clock.after(STEP, resolve));
  }
}
