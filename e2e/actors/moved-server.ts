/** The server as `main.ts` starts it, in a time that its parent can move on: a message is a number of ms. */
import { MovedClock } from '@vetrina/testkit/moved-clock';
import { runServer } from '../../apps/server/src/run-server.ts';

const clock = new MovedClock();
process.on('message', (ms) => {
  if (typeof ms !== 'number') throw new Error('not a number of ms');
  clock.move(ms);
  process.send?.('moved');
});
await runServer(clock, process.env);
