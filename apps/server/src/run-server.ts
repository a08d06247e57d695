import { join } from 'node:path';
import { inspect } from 'node:util';
import { createApp } from './app.ts';
import { endOnce } from './end-once.ts';
import { openOperatorDoor } from './operator/operator-door.ts';
import type { Clock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { randomIds } from './platform/ids.ts';
import { createLog } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import { openFileLimit } from './platform/open-files.ts';
import { breathe } from './platform/turns.ts';
import { openLocator } from './visitors/locate.ts';

const APPS = join(import.meta.dirname, '../..');

/** A whole process: reads the configuration, starts, says where, and ends gracefully on SIGTERM or Ctrl-C. */
export async function runServer(clock: Clock, env: Parameters<typeof readConfig>[0]): Promise<void> {
  // Whatever this process writes, the database and its journals first of all, is for its own user alone.
  process.umask(0o077);
  const config = readConfig(env);
  const log = createLog(config.logLevel);
  const app = await createApp({
    ...{ config, log, breathe, clock, ids: randomIds },
    metrics: createMetrics({ processFigures: true }),
    openFiles: openFileLimit(),
    locate: await openLocator(geoipFiles(config)),
    folders: {
      dashboard: join(APPS, 'dashboard/dist'),
      widget: join(APPS, 'widget/dist'),
      demoShop: join(APPS, 'demo-shop/public'),
    },
  });
  let door: { close(): void } | null = null;
  const end = endOnce({
    ...{ app, clock, complain },
    closeDoor: () => door?.close(),
    exit: (code) => process.exit(code),
  });
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'A promise failed unheard'));

  const url = await app.start();
  door = await openOperatorDoor({
    ...{ dataDir: config.dataDir, token: randomIds.secret(), operate: (words) => app.operate(words) },
    failed: (reason) => log.error({ err: reason }, "The operator's command failed"),
  });
  for (const { plan, email, password } of app.demoLogins) say(`login: ${plan} ${email} ${password}`);
  if (app.setupCode !== null) say(`setup code: ${app.setupCode}`);
  say(`ready: ${url}`);
}

function geoipFiles({ geoip }: Config): { country?: string; city?: string } {
  return {
    ...(geoip.countryFile === null ? {} : { country: geoip.countryFile }),
    ...(geoip.cityFile === null ? {} : { city: geoip.cityFile }),
  };
}

/** Lines that scripts wait for, beside the log: plain, one thing each. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** For the person at the terminal: `Error`s with their stack, texts as they are. */
export function complain(about: unknown): void {
  process.stderr.write(`${typeof about === 'string' ? about : inspect(about)}\n`);
}
