/** Who may import whom. Each rule carries its reason, because a rule without one is obeyed only until it hurts. */
export interface ImportRule {
  readonly name: string;
  readonly because: string;
  readonly from: RegExp;
  readonly fromNot?: RegExp;
  readonly to: RegExp;
  readonly toNot?: RegExp;
}

const TESTS = /\.test\.tsx?$|\/test\/|\/test-support\/|^packages\/testkit\/|^e2e\/|^bench\/|(?:^|\/)fake-[^/]*\.ts$/;
const OURS = /^(?:packages|apps|bench|e2e|scripts)\//;
const FEATURE = 'visitors|conversations|automation|chatbots|accounts|files|mail|push|jobs|tools|statistics|views';

/** Each feature, kept from its neighbours: `visitors` may name `conversations` nowhere. */
const features: ImportRule[] = FEATURE.split('|').map((feature) => ({
  name: `${feature}-stands-alone`,
  because:
    'features do not import each other: a consequence in another feature is a reaction, written in live/reactions; ' +
    "another feature's facts come in through a port",
  from: new RegExp(`^apps/server/src/${feature}/`),
  fromNot: TESTS,
  to: new RegExp(`^apps/server/src/(?:${FEATURE})/`),
  toNot: new RegExp(`^apps/server/src/${feature}/|/ports\\.ts$`),
}));

/** What a package may import besides itself. */
function only(name: string, folder: string, allowed: string, because: string): ImportRule {
  return {
    name,
    because,
    from: new RegExp(`^${folder}/src/`),
    fromNot: /\.test\.ts$|(?:^|\/)fake-[^/]*\.ts$/,
    to: /./,
    toNot: new RegExp(`^${folder}/|${allowed}`),
  };
}

export const IMPORT_RULES: readonly ImportRule[] = [
  only(
    'protocol-is-the-bottom',
    'packages/protocol',
    '^zod$',
    'both ends of the wire import it, so it may drag nothing along',
  ),
  only(
    'domain-is-pure',
    'packages/domain',
    '^packages/protocol/',
    'rules are decided alike in the server, the browser and a dry run: no clock, database, schema library or socket',
  ),
  only('live-list-stands-alone', 'packages/live-list', '^$', 'the collection is usable and measurable on its own'),
  only(
    'socket-is-small',
    'packages/socket',
    '^packages/protocol/',
    'it travels to every visitor, and runs in browsers',
  ),
  only(
    'demo-shop-is-pure',
    'apps/demo-shop',
    '^packages/protocol/',
    'its pages are text made from a path, a key and a nonce: sent by the server, walked by the crowd, crawled by a test',
  ),
  {
    name: 'demo-shop-has-one-server',
    because: "it stands for a customer's site, of which Vetrina knows nothing: one file shows it, the crowd walks it",
    from: OURS,
    fromNot: new RegExp(`^apps/(?:demo-shop/|server/src/edge/http/demo-shop\\.ts$)|${TESTS.source}`),
    to: /^apps\/demo-shop\//,
  },
  {
    name: 'platform-is-the-bottom-of-the-server',
    because: 'arrows point downward: clock, ids, config and log know nothing of what they serve',
    from: /^apps\/server\/src\/platform\//,
    fromNot: TESTS,
    to: /^apps\/server\/src\//,
    toNot: /^apps\/server\/src\/platform\//,
  },
  ...features,
  {
    name: 'features-know-no-neighbours-above-or-below',
    because: 'a feature says in its ports.ts what it needs; app.ts plugs in edge, live lists, presence and store',
    from: new RegExp(`^apps/server/src/(?:${FEATURE})/`),
    fromNot: TESTS,
    to: /^apps\/server\/src\/(?:store|edge|live|app\.ts|main\.ts)/,
  },
  {
    name: 'presence-knows-no-one',
    because: 'the adapters (memory, Redis) are exchangeable behind one port',
    from: /^apps\/server\/src\/presence\//,
    fromNot: TESTS,
    to: /^apps\/server\/src\//,
    toNot: /^apps\/server\/src\/(?:presence|platform)\//,
  },
  {
    name: 'live-knows-no-edge-or-store',
    because: 'the feed writes to a port; sockets and SQL are plugged in by app.ts',
    from: /^apps\/server\/src\/live\//,
    fromNot: TESTS,
    to: /^apps\/server\/src\/(?:edge|store|app\.ts|main\.ts)/,
    // The port itself: a socket as an interface.
    toNot: /^apps\/server\/src\/edge\/socket\.ts$/,
  },
  {
    name: 'edge-has-no-store',
    because: "a gateway decodes, limits, identifies and makes one call; what is saved is the feature's business",
    from: /^apps\/server\/src\/edge\//,
    fromNot: TESTS,
    to: /^apps\/server\/src\/(?:store|app\.ts|main\.ts)/,
  },
  {
    name: 'store-serves-ports',
    because: 'arrows point downward: the store fulfils ports and knows nothing of who calls',
    from: /^apps\/server\/src\/store\//,
    fromNot: TESTS,
    to: /^apps\/server\/src\//,
    toNot: /^apps\/server\/src\/(?:store|platform)\/|\/ports\.ts$/,
  },
  {
    name: 'sql-only-in-store',
    because: 'one place speaks SQL, so both databases are served by one query code and one contract suite',
    from: OURS,
    // The auth adapter hands its library the database the store opened.
    fromNot:
      /^apps\/server\/src\/store\/|^apps\/server\/src\/accounts\/better-auth-library\.ts$|^bench\/|^packages\/testkit\/|\.test\.ts$|\/test\//,
    to: /^(?:kysely|pg|better-sqlite3)$/,
  },
  {
    name: 'auth-library-behind-its-adapter',
    because: 'better-auth is exchangeable, and its defaults (trusted headers) are set right in one place',
    from: OURS,
    fromNot:
      /^apps\/server\/src\/(?:accounts|store)\/(?:[^/]*auth[^/]*\/)?[^/]*auth[^/]*\.ts$|^apps\/server\/src\/accounts\/[^/]*auth[^/]*\//,
    to: /^better-auth$/,
  },
  {
    name: 'browser-code-has-no-server',
    because: 'what is sent to a browser shares only the wire and the rules with the server',
    from: /^apps\/(?:dashboard|widget)\/src\//,
    to: /^apps\/server\/|^node:|^(?:fastify|ws|pino|prom-client)$/,
    fromNot: TESTS,
  },
  {
    name: 'apps-do-not-import-each-other',
    because: 'an app is started, not imported; what two share belongs in packages/',
    from: /^apps\/([^/]+)\//,
    fromNot: TESTS,
    to: /^apps\//,
    // The demo shop is not started but shown, by the one file that demo-shop-has-one-server allows.
    toNot: /^apps\/(?:$1|demo-shop)\//,
  },
  {
    name: 'packages-do-not-import-apps',
    because: 'arrows point downward',
    from: /^packages\//,
    fromNot: TESTS,
    to: /^(?:apps|bench|e2e|scripts)\//,
  },
  {
    name: 'testkit-only-in-tests',
    because: 'fakes that reach production answer instead of the real thing',
    from: OURS,
    // The icons are drawn by the browser of the scenes.
    fromNot: new RegExp(`${TESTS.source}|^scripts/make-icons\\.mjs$`),
    to: /^packages\/testkit\/|^(?:vitest|fast-check|@playwright\/test)$|\.test\.tsx?$|(?:^|\/)fake-[^/]*\.ts$/,
  },
  {
    name: 'loader-has-no-framework',
    because: 'the loader is on every page of every customer: six kilobytes, no dependency, no schema library',
    from: /^apps\/widget\/src\/loader\//,
    fromNot: TESTS,
    to: /^(?:zod|react|preact|i18next)/,
  },
];
