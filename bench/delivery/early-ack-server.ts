/**
 * The server as `main.ts` starts it, but for one fault put in on purpose: what is said is acknowledged before it is
 * committed. Proves that the delivery harness sees what it is there to see; never to be used for anything else.
 */
import { createApp } from '../../apps/server/src/app.ts';
import type { ConversationStore } from '../../apps/server/src/conversations/ports.ts';
import { systemClock } from '../../apps/server/src/platform/clock.ts';
import { readConfig } from '../../apps/server/src/platform/config.ts';
import { randomIds } from '../../apps/server/src/platform/ids.ts';
import { createLog } from '../../apps/server/src/platform/log.ts';
import { createMetrics } from '../../apps/server/src/platform/metrics.ts';
import { breathe } from '../../apps/server/src/platform/turns.ts';

/** The commit comes this much later, ms. */
const LATE = 40;

function acknowledgingEarly(store: ConversationStore): ConversationStore {
  return {
    ...store,
    async say(place, sent, decide) {
      const known =
        'conversation' in place ? place.conversation : (await store.newestOf(place.account, place.visitor))?.id;
      // The first message has to say which conversation it began.
      if (known === undefined) return store.say(place, sent, decide);
      systemClock.after(LATE, () => void store.say(place, sent, decide).catch(() => undefined));
      return { ack: { conversation: known, seq: 1, publicSeq: 1, at: systemClock.now() }, written: null };
    },
  };
}

const config = readConfig(process.env);
const folder = import.meta.dirname;
const app = await createApp({
  ...{ config, breathe, clock: systemClock, ids: randomIds, log: createLog(config.logLevel) },
  metrics: createMetrics({ processFigures: false }),
  openFiles: 1_024,
  locate: () => ({ country: null, city: null }),
  folders: { dashboard: folder, widget: folder, demoShop: folder },
  aroundConversations: acknowledgingEarly,
});
process.stdout.write(`ready: ${await app.start()}\n`);
