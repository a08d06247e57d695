import { DEFAULT_NOTIFICATIONS } from '@vetrina/protocol/http/preferences';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { Accounts } from './compose-accounts.ts';
import type { JobQueue } from './jobs/ports.ts';
import { createAttemptLimit } from './platform/attempts.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Counters } from './platform/counters.ts';
import type { Ids } from './platform/ids.ts';
import { Arrivals } from './push/arrivals.ts';
import { type Delivery, deliverPush } from './push/deliver-push.ts';
import type { PushReactor, PushReceiver, PushSurroundings } from './push/ports.ts';
import { makePushKeys, readPushKeys } from './push/push-keys.ts';
import { createPushPost } from './push/push-post.ts';
import { createPushReactor } from './push/push-reactor.ts';
import { pushTo } from './push/push-to.ts';
import type { Database } from './store/database.ts';
import { createPushStore } from './store/push-store.ts';
import { userAgentReader } from './visitors/read-user-agent.ts';

export interface PushParts {
  readonly config: Pick<Config, 'mail' | 'publicUrl' | 'pushToOwnNetwork'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly database: Database;
  readonly accounts: Accounts;
  readonly counters: Counters;
  readonly queue: JobQueue;
  /** Asked when something happens, not before everything stands. */
  readonly surroundings: () => PushSurroundings;
  readonly failed: (reason: unknown) => void;
}

const HOUR = 3_600_000;
/** Per agent. A dashboard says on every load that its browser still hears. */
const SUBSCRIBINGS = { tries: 200, withinMs: HOUR };
const TRIES = { tries: 20, withinMs: HOUR };

export type Push = Awaited<ReturnType<typeof composePush>>;

/** Web Push, put together on an open database. The keys are made at the first start, and kept: browsers know no others. */
export async function composePush(parts: PushParts) {
  const { config, clock, ids, accounts, counters, queue, failed } = parts;
  const records = createPushStore(parts.database);
  const post = createPushPost({ clock, ownNetwork: config.pushToOwnNetwork });
  const keys = readPushKeys(await accounts.store.secret('push-keys', await makePushKeys()));
  const surroundings = lazily(parts.surroundings);
  const preferences = (account: AccountId, agent: AgentId) => accounts.store.preferences(account, agent);
  const needs = {
    ...{ records, queue, clock, surroundings, team: accounts.teams },
    wishes: async (account: AccountId, agent: AgentId) =>
      (await preferences(account, agent))?.notifications ?? DEFAULT_NOTIFICATIONS,
  };
  const to = (account: AccountId, concerns: (receiver: PushReceiver) => boolean, payload: Delivery['payload']) =>
    pushTo(needs, account, concerns, payload);
  const arrivals = new Arrivals({ ...needs, push: to, failed });
  const stopListening = accounts.endings.onEnd((session) => {
    records.endSession(session).catch(failed);
  });
  const delivery = {
    ...{ records, post, surroundings, clock, team: accounts.teams, sessions: accounts.authentication },
    sender: { keys, subject: subjectOf(config) },
    language: async (account: AccountId, agent: AgentId) => (await preferences(account, agent))?.language ?? null,
    count: (outcome: string) => counters.count('pushes', outcome),
  };
  return {
    /** To whom of the account it concerns. */
    to,
    reactor: createPushReactor({ ...needs, arrivals, failed }) satisfies PushReactor,
    deliver: (wanted: Delivery) => deliverPush(delivery, wanted),
    routes: {
      ...{ records, post, clock, ids, queue, keys, readUserAgent: userAgentReader() },
      subscribings: createAttemptLimit(clock, SUBSCRIBINGS.tries, SUBSCRIBINGS.withinMs),
      tries: createAttemptLimit(clock, TRIES.tries, TRIES.withinMs),
    },
    stop() {
      stopListening();
      arrivals.stop();
    },
  };
}

const lazily = (surroundings: () => PushSurroundings): PushSurroundings => ({
  attends: (account, agent) => surroundings().attends(account, agent),
  unread: (account, receiver) => surroundings().unread(account, receiver),
  visitorNow: (account, visitor) => surroundings().visitorNow(account, visitor),
});

/** RFC 8292 section 2.1: where a push service finds whoever sends. */
function subjectOf({ mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>): string {
  if (mail === null) return publicUrl;
  return `mailto:${/<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from}`;
}
