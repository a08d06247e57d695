import type { Clock } from '../platform/clock.ts';
import type { Connection } from './connection.ts';

const STEP = 50;
/** More than these, and they come back more slowly: what a fresh process greets in a second or two. */
const MANY = 3_000;

/** Sends everyone away evenly over `overMs`, so that they do not all knock at the next process in the same moment. */
export async function drainConnections(
  clock: Clock,
  connections: readonly Pick<Connection, 'close'>[],
  overMs: number,
): Promise<void> {
  const steps = Math.max(1, Math.ceil(overMs / STEP));
  const each = Math.ceil(connections.length / steps);
  const code = connections.length > MANY ? 'drainingMany' : 'draining';
  for (let done = 0; done < connections.length; done += each) {
    for (const connection of connections.slice(done, done + each)) connection.close(code);
    await new Promise<void>((resolve) => clock.after(STEP, resolve));
  }
}
