import type { Rule } from '@vetrina/protocol/automation/rule';
import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { type Login, type RunningServer, startServer } from '../actors/server.ts';
import { type Api, signsIn } from './api.ts';
import { type Guest, guestComes } from './guests.ts';
import { type People, peopleTalk } from './people.ts';
import { setUpShop } from './shop-tools.ts';
import type { Who } from './who.ts';

/** A seeded world in which every screen can be looked at, and looked at again. */
export interface World {
  readonly url: string;
  /** Of a server that nobody has set up yet. */
  readonly freshUrl: string;
  /** Cookies of those who sign in. */
  readonly sessions: Readonly<Partial<Record<Who, string>>>;
  readonly talks: People['talks'];
  /** Whose details are shown: known by name, and somebody who tries to break the screen. */
  readonly sofia: VisitorId;
  readonly mallory: VisitorId;
  readonly rule: string;
  readonly chatbot: string;
  /** The last word of an invitation's address. */
  readonly invitation: string;
  readonly view: string;
  /** The team writes to whoever said this last. */
  answers(said: string, text: string): Promise<void>;
  /** It closes their conversation. */
  resolves(said: string): Promise<void>;
  ends(): Promise<void>;
}

const CROWD = 46;
const MINUTE = 60_000;
/** After so long without a sign people are inactive. */
const IDLE = 11 * MINUTE;

/** Countries come from the addresses that the guests' proxy names. */
const PROXY = { TRUST_PROXY: '127.0.0.0/8,::1/128', LOG_LEVEL: 'warn' };

function loginOf(server: RunningServer, plan: string, person = 0): Login {
  const login = server.logins[plan]?.[person];
  if (login === undefined) throw new Error(`no log-in ${person} of ${plan}`);
  return login;
}

const keyOf = async (api: Api): Promise<string> =>
  (await api.get<{ account: { key: string } }>('/api/v1/session')).account.key;

/** The automatic messages with which the demo begins. */
async function automationOfDemo(url: string, cookie: string): Promise<void> {
  const file = new URL('../../scripts/lib/demo-automation.mjs', import.meta.url);
  const { seedAutomation } = (await import(file.href)) as {
    seedAutomation(url: string, cookie: string): Promise<void>;
  };
  await seedAutomation(url, cookie);
}

/** People who only look around: the first of them have been quiet for a while. */
async function crowdComes(server: RunningServer, key: string): Promise<Guest[]> {
  const seeds = Array.from({ length: CROWD }, (_, index) => index + 1);
  const early = await Promise.all(seeds.slice(0, CROWD / 3).map((seed) => guestComes(server.url, key, seed)));
  await server.passes(IDLE);
  const late = await Promise.all(seeds.slice(CROWD / 3).map((seed) => guestComes(server.url, key, seed)));
  return [...early, ...late];
}

/** Starts the servers and lets everything happen that the screens show. */
export async function makeWorld(): Promise<World> {
  const [server, fresh] = await Promise.all([
    startServer({ demo: true, moves: true, env: { ...PROXY, DEMO_PAST: '1' } }),
    startServer({ demo: false }),
  ]);
  const { url } = server;
  const [owner, agent, free, nobodyCame] = await Promise.all([
    signsIn(url, loginOf(server, 'PRO')),
    signsIn(url, loginOf(server, 'PRO', 1)),
    signsIn(url, loginOf(server, 'FREE')),
    signsIn(url, loginOf(server, 'STANDARD')),
  ]);
  // At the flower shop nobody is at work, whoever looks at its dashboard.
  await free.send('PUT', '/api/v1/me/status', { status: 'offline' });
  const shop = await setUpShop(owner, agent);
  await automationOfDemo(url, owner.cookie);
  const key = await keyOf(owner);
  const crowd = await crowdComes(server, key);
  const people = await peopleTalk({ url, key, owner, agent, tags: shop.tags });
  const flowers = await Promise.all([201, 202, 203].map(async (seed) => guestComes(url, await keyOf(free), seed)));
  await flowers[0]?.says('Hello! Do you have white peonies for Saturday?');
  await server.passes(2 * MINUTE);
  const rules = await owner.get<Rule[]>('/api/v1/rules');
  return {
    url,
    freshUrl: fresh.url,
    sessions: { owner: owner.cookie, agent: agent.cookie, free: free.cookie, 'nobody-came': nobodyCame.cookie },
    talks: people.talks,
    sofia: people.sofia,
    mallory: people.mallory,
    rule: rules[0]?.id ?? '',
    chatbot: shop.chatbot,
    invitation: shop.invitation,
    view: shop.view,
    answers: people.answers,
    resolves: people.resolves,
    async ends() {
      people.leave();
      for (const guest of [...crowd, ...flowers]) guest.leaves();
      await Promise.all([server.stop(), fresh.stop()]);
    },
  };
}

/** Where to look at a conversation. */
export const talkAt = (conversation: ConversationId, words = ''): string =>
  `/conversations/${conversation}${words === '' ? '' : `?${words}`}`;
