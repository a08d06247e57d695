import type { Setup } from '@vetrina/protocol/http/sign-in';
import type { FastifyInstance } from 'fastify';
import { whoIsIt } from './accounts/who-is-it.ts';
import { assembleLive } from './assemble-live.ts';
import { cannotListen, cannotOpen, wasDemo } from './cannot-start.ts';
import { type Accounts, composeAccounts } from './compose-accounts.ts';
import { composeChatbots } from './compose-chatbots.ts';
import type { LiveServer } from './compose-live.ts';
import type { Push } from './compose-push.ts';
import type { Tools } from './compose-tools.ts';
import { composeViews } from './compose-views.ts';
import type { ConversationStore } from './conversations/ports.ts';
import { type Demo, holdsDemo, seedDemo } from './demo/seed-demo.ts';
import { type PastParts, seedPast } from './demo/seed-past.ts';
import { doorLimits, httpConnections } from './edge/doorkeeper.ts';
import { accountRoutes } from './edge/http/account-routes.ts';
import { automationRoutes } from './edge/http/automation-routes.ts';
import { chatbotRoutes } from './edge/http/chatbot-routes.ts';
import { conversationRoutes } from './edge/http/conversation-routes.ts';
import { createHttp } from './edge/http/create-http.ts';
import { fileRoutes } from './edge/http/file-routes.ts';
import type { Readiness } from './edge/http/health.ts';
import { ownOrigins } from './edge/http/own-origin.ts';
import { pushRoutes } from './edge/http/push-routes.ts';
import type { StaticFolders } from './edge/http/static-files.ts';
import { statisticsRoutes } from './edge/http/statistics-routes.ts';
import { teamRoutes } from './edge/http/team-routes.ts';
import { toolRoutes } from './edge/http/tool-routes.ts';
import { viewRoutes } from './edge/http/view-routes.ts';
import { visitorRoutes } from './edge/http/visitor-routes.ts';
import { attachSockets } from './edge/sockets.ts';
import type { EndingStep } from './end-once.ts';
import { type Operated, operate } from './operator/operate.ts';
import { createClientIp, createProxyCheck, isLoopback } from './platform/client-ip.ts';
import type { Clock } from './platform/clock.ts';
import { type Config, inAddress } from './platform/config.ts';
import type { Counters } from './platform/counters.ts';
import { createEvents, type Events } from './platform/events.ts';
import type { Ids } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import { gaugeSizes, type Metrics } from './platform/metrics.ts';
import { prometheusCounters } from './platform/prometheus-counters.ts';
import type { Breathe } from './platform/turns.ts';
import type { StatisticsReads } from './statistics/ports.ts';
import { type Database, type DatabasePlace, openDatabase } from './store/database.ts';
import { createDemoPast } from './store/demo-past.ts';
import { saveJournal } from './store/save-journal.ts';
import { createStatisticsStore } from './store/statistics-store.ts';
import { createVisitJournal } from './store/visit-journal.ts';
import { createVisitorStore } from './store/visitor-store.ts';
import { forgetAgent, type SavedViewParts } from './views/saved-views.ts';
import type { Locate } from './visitors/locate.ts';

export interface AppParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly breathe: Breathe;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly locate: Locate;
  readonly folders: StaticFolders & { readonly demoShop: string };
  /** How many files the process may have open; sockets are files. */
  readonly openFiles: number;
  /** For tests: nothing on disk, whatever the configuration says. */
  readonly inMemory?: boolean;
  /** For harnesses: what stands between conversations and their store. */
  readonly aroundConversations?: (store: ConversationStore) => ConversationStore;
}

/** One whole server. */
export interface App {
  /** Listens and answers where. */
  start(): Promise<string>;
  /** Not ready any more, nobody new, everyone connected sent to another process, what is pending saved. */
  drain(): Promise<void>;
  /** Lets go of port and database. After `drain`, or at once in tests. */
  stop(): Promise<void>;
  /** What `drain` and `stop` are at. */
  readonly ending: EndingStep;
  /** One command of the operator's. */
  operate(words: readonly string[]): Promise<Operated>;
  readonly http: FastifyInstance;
  readonly live: LiveServer;
  readonly demoLogins: Setup['demoLogins'];
  /** What its first owner has to know; null: it has an owner. */
  readonly setupCode: string | null;
}

/** A database that does not come back must not hold up the end for ever, ms. */
const LAST_FLUSH = 10_000;
/** Requests still under way at the end have this long, ms. */
const LAST_ANSWERS = 5_000;
/** An office whose people all open a page at once, a few connections each. */
const HTTP_PER_ADDRESS = 250;
/** Connections held for us until we take them: after a restart everybody knocks within seconds, and Node's 511 overflow. */
const BACKLOG = 4_096;

/** Puts a server together: opens (and migrates) the database, connects every part. Nothing listens before `start`. */
export async function createApp(parts: AppParts): Promise<App> {
  const { log } = parts;
  const place = placeOf(parts);
  const database = await openDatabase(place, log).catch((error: unknown) => {
    throw cannotOpen(place, error);
  });
  try {
    return await assemble(parts, database, place);
  } catch (error) {
    await database.close();
    throw error;
  }
}

const pastIn = (database: Database): PastParts => ({
  ...createDemoPast(database),
  visitors: createVisitorStore(database),
  saveJournal: (entries) => saveJournal(database, entries),
});

function placeOf({ config, inMemory }: AppParts) {
  if (inMemory === true) return { kind: 'memory' } as const;
  if (config.databaseUrl !== null) return { kind: 'postgres', url: config.databaseUrl } as const;
  return { kind: 'folder', folder: config.dataDir } as const;
}

async function assemble(parts: AppParts, database: Database, place: DatabasePlace): Promise<App> {
  const { config, clock, log, metrics } = parts;
  const events = createEvents(log, metrics);
  const accounts = await composeAccounts(parts, database);
  if (!config.demo && !config.keepDemoAccounts && (await holdsDemo(accounts))) throw wasDemo(place);
  const demo = config.demo ? await beginDemo(parts, accounts, database) : null;
  const journal = createVisitJournal({ ...parts, save: (entries) => saveJournal(database, entries) });
  const counters = prometheusCounters(metrics.registry);
  // Filled once the port is known, before anybody can ask.
  const origins: string[] = [];
  const bots = composeChatbots({ ...parts, database, accounts });
  const views = composeViews({ ...parts, database });
  const { live, tools, push, beginMail } = await assembleLive({
    ...{ ...parts, database, accounts, bots, journal, counters, selfOrigins: origins, views: views.book },
    inMemory: parts.inMemory === true,
  });
  gaugeSizes(metrics.registry, () => live.sizes());
  let readiness: Readiness = 'starting';
  let ending: EndingStep = 'nothing';
  const http = await assembleHttp(parts, {
    ...{ accounts, tools, push, bots, views, demo, events, live, counters },
    reads: createStatisticsStore(database),
    readiness: () => readiness,
  });
  const clientIp = createClientIp(config.trustProxy);
  let sockets: ReturnType<typeof attachSockets> | null = null;

  return {
    http,
    live,
    demoLogins: demo?.logins ?? [],
    setupCode: (await accounts.store.isSetUp()) ? null : accounts.setupLock.code,
    operate: (words) => operate({ ...accounts, events }, words),
    async start() {
      const { url, port } = await listen(http, config);
      origins.push(...ownOrigins(config.publicUrl, port));
      sockets = attachSockets(http.server, {
        ...{ ...live, clock, clientIp, counters, agentOrigins: origins },
        limits: doorLimits(parts.openFiles),
      });
      await beginMail();
      readiness = 'ready';
      warnOfProxy(config, log);
      events.serverReady({ url, database: database.dialect });
      return url;
    },
    get ending() {
      return ending;
    },
    async drain() {
      readiness = 'draining';
      ending = 'visitors and agents';
      events.drainStarted();
      sockets?.stopAdmitting();
      const saved = live.drain().then(() => accounts.sightings.flush());
      await Promise.race([saved, new Promise<void>((resolve) => clock.after(LAST_FLUSH, resolve))]);
    },
    async stop() {
      readiness = 'draining';
      for (const part of [live, push, journal, accounts]) part.stop();
      sockets?.close();
      // Node stops looking for slow requests once it closes, and would wait for the half of one for ever.
      ending = 'requests';
      const cut = clock.after(LAST_ANSWERS, () => http.server.closeAllConnections());
      await http.close();
      cut();
      ending = 'jobs';
      await tools.end();
      ending = 'the database';
      await database.close();
    },
  };
}

/** The usual slip behind a proxy: it would show as visitors who are turned away, one too many from one address. */
function warnOfProxy({ publicUrl, trustProxy, host }: Config, log: Log): void {
  if (isLoopback(new URL(publicUrl).hostname) || !isLoopback(host) || trustProxy.kind !== 'none') return;
  log.warn(
    { publicUrl },
    'PUBLIC_URL is not this machine, and TRUST_PROXY names no proxy: everybody counts as one address',
  );
}

async function listen(http: FastifyInstance, { host, port: wanted }: Config) {
  await http.listen({ host, port: wanted, backlog: BACKLOG }).catch((error: unknown) => {
    throw cannotListen(host, wanted, error);
  });
  const address = http.server.address();
  // Another one than was asked for if that was 0, "any free one".
  const port = address === null || typeof address === 'string' ? wanted : address.port;
  return { url: `http://${inAddress(host)}:${port}`, port };
}

/** The demo's accounts, with weeks behind them if that is wished. */
async function beginDemo({ config, clock }: AppParts, accounts: Accounts, database: Database): Promise<Demo> {
  const demo = await seedDemo(accounts);
  if (config.demoPast) await seedPast(pastIn(database), demo.people, clock.now());
  return demo;
}

interface HttpNeeds {
  readonly accounts: Accounts;
  readonly tools: Tools;
  readonly push: Push;
  readonly bots: ReturnType<typeof composeChatbots>;
  readonly views: SavedViewParts;
  readonly demo: Demo | null;
  readonly events: Events;
  readonly live: LiveServer;
  readonly counters: Counters;
  readonly reads: StatisticsReads;
  readonly readiness: () => Readiness;
}

function assembleHttp(parts: AppParts, needs: HttpNeeds) {
  const { accounts, tools, push, bots, views, demo, events, live, counters, readiness } = needs;
  const { config, clock, ids, log, metrics, folders } = parts;
  const demoLogins = demo?.logins ?? [];
  return createHttp({
    handlers: {
      ...accountRoutes({ ...accounts, ...{ events, live, demoLogins, mailer: tools.mailer } }),
      ...teamRoutes({
        ...accounts,
        ...{ events, mailer: tools.mailer, onlineAgents: live.onlineAgents },
        conversations: live.conversationActions,
        left: (account, agent) => forgetAgent(views, account, agent),
      }),
      ...visitorRoutes(live.actions, events),
      ...conversationRoutes(live.conversationActions),
      ...fileRoutes({ ...tools.places, ...tools.doors }),
      ...toolRoutes(tools.desk),
      ...automationRoutes(live.automationActions),
      ...chatbotRoutes(bots.routes),
      ...statisticsRoutes({ clock, reads: needs.reads }),
      ...pushRoutes(push.routes),
      ...viewRoutes(views),
    },
    files: tools.doors,
    whoIsIt: (cookie) => whoIsIt(accounts, cookie),
    clientIp: createClientIp(config.trustProxy),
    isProxy: createProxyCheck(config.trustProxy),
    limits: { perAddress: HTTP_PER_ADDRESS, connections: httpConnections(parts.openFiles) },
    ...{
      clock,
      counters,
      log,
      metrics,
      folders,
      readiness,
      publicUrl: config.publicUrl,
      metricsToken: config.metricsToken,
    },
    demoShop: demo === null ? null : { folder: folders.demoShop, keys: demo.keys, nonce: ids.secret },
  });
}
