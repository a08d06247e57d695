import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that Linux, macOS and Windows give to outgoing connections, and above those that services are known by. */
const [FIRST, END] = [20_000, 32_000];

/**
 * A port of the loopback address on which nothing listens, for a server of our own that is about to start there. Not one that the
 * system picked: the next connection of any browser beside us may get the same one before that server listens.
 */
export async function sparePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
