import { systemClock } from './platform/clock.ts';
import { complain, runServer } from './run-server.ts';

runServer(systemClock, process.env).catch((error: unknown) => {
  complain(error instanceof Error ? error.message : error);
  process.exit(1);
});
