import { type Browser, test as base } from '@playwright/test';
import { Agent } from './agent.ts';
import { type RunningServer, startServer } from './server.ts';
import { Visitor } from './visitor.ts';

interface Cast {
  /** A server of this scene's own: demo accounts, the shop, no crowd. */
  readonly vetrina: RunningServer;
  /** Somebody who opens the PRO account's shop. */
  readonly anna: Visitor;
  readonly bruno: Visitor;
  readonly carla: Visitor;
  /** The owner of the PRO account, not signed in yet. */
  readonly marco: Agent;
  /** A colleague of Marco's. */
  readonly giulia: Agent;
}

type Stage = { readonly browser: Browser; readonly vetrina: RunningServer };

async function somebody({ browser, vetrina }: Stage, use: (visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await Visitor.from(browser, `${vetrina.url}/demo/`);
  await use(visitor);
  await visitor.ends();
}

async function colleague({ browser, vetrina }: Stage, use: (agent: Agent) => Promise<void>): Promise<void> {
  const agent = await Agent.at(browser, vetrina.url);
  await use(agent);
  await agent.ends();
}

/** Scenes get their cast as fixtures: `test('…', async ({ anna, marco }) => …)`. Everyone leaves by themselves at the end. */
export const test = base.extend<Cast>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  vetrina: async ({}, use, info) => {
    const server = await startServer({ demo: true });
    await use(server);
    if (info.status !== info.expectedStatus) await info.attach('server output', { body: server.output() });
    await server.stop();
  },
  anna: somebody,
  bruno: somebody,
  carla: somebody,
  marco: colleague,
  giulia: colleague,
});

/** The first log-in of a plan's demo account. */
export function loginOf(server: RunningServer, plan: 'FREE' | 'STANDARD' | 'PRO', person = 0) {
  const login = server.logins[plan]?.[person];
  if (login === undefined) throw new Error(`no ${plan} log-in number ${person} was printed`);
  return login;
}
