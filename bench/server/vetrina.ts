import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { session } from '@vetrina/protocol/http/account';
import { ROUTES } from '@vetrina/protocol/http/routes';
import { agentTicket, type SignUp } from '@vetrina/protocol/http/sign-in';
import type { AccountKey, AgentId } from '@vetrina/protocol/ids';
import { sparePort } from '@vetrina/testkit/spare-port';
import { type RunningServer, startServer } from './child.ts';

/** Who set the measured server up. */
export const OWNER: SignUp = {
  name: 'Bench Owner',
  email: 'owner@bench.example',
  password: 'measured twice, cut once',
  accountName: 'Bench',
};
const ANY_TICKET_TRIES = 60;

/** The real server on a fresh data folder, set up with one account, and what is needed to measure it. */
export interface Vetrina {
  /** Replaced when the server is started again. */
  server: RunningServer;
  readonly url: string;
  readonly key: AccountKey;
  /** Its owner. */
  readonly agent: AgentId;
  readonly dataDir: string;
  /** For the owner's next socket. @throws when there is none now */
  ticket(): Promise<string>;
  tickets(count: number): Promise<string[]>;
  /** SIGTERM, wait, start again on the same port and data. */
  restart(): Promise<void>;
  /** SIGKILL, in the middle of whatever it does, and start again. */
  killAndRestart(): Promise<void>;
  /** As its owner. @throws when refused */
  get(path: string): Promise<unknown>;
  /** As its owner. @throws when refused */
  post(path: string, body: object): Promise<unknown>;
  end(): Promise<void>;
}

/** Null: later. @throws when refused */
async function ticketIn(response: Response): Promise<string | null> {
  if (response.ok) return agentTicket.parse(await response.json()).ticket;
  if (response.status === 429) return null;
  throw new Error(`a ticket was refused: ${response.status} ${await response.text()}`);
}

async function patiently(askTicket: () => Promise<Response>): Promise<string> {
  for (let tries = 0; tries < ANY_TICKET_TRIES; tries += 1) {
    const ticket = await ticketIn(await askTicket());
    if (ticket !== null) return ticket;
    await pause(1_000);
  }
  throw new Error('tickets are refused for a minute');
}

/** @throws when refused */
async function answerOf(path: string, response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** @param other another entry than `main.ts`, and what is different in its environment */
export async function startVetrina(
  other: { readonly entry?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Vetrina> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vetrina-bench-'));
  const url = `http://127.0.0.1:${await sparePort()}`;
  const main = other.entry ?? join(import.meta.dirname, '../../apps/server/src/main.ts');
  const env = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: new URL(url).port,
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    DEMO: '',
    LOG_LEVEL: 'warn',
    // Visitors say where they are from, so that no limit per address takes them for one machine.
    TRUST_PROXY: '127.0.0.0/8',
    ...other.env,
  };
  const post = (path: string, cookie: string, body: object) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...(cookie && { cookie }) },
      body: JSON.stringify(body),
    });

  const server = await startServer(main, [], env);
  const answer = await post(ROUTES.firstRun.path, '', OWNER);
  if (!answer.ok) throw new Error(`setting up answered ${answer.status}: ${await answer.text()}`);
  const { account, agent } = session.parse(await answer.json());
  const cookie = answer.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ');

  const askTicket = () => post(ROUTES.agentTicket.path, cookie, {});

  const vetrina: Vetrina = {
    server,
    url,
    key: account.key,
    agent: agent.id,
    dataDir,
    async ticket() {
      return (await ticketIn(await askTicket())) ?? Promise.reject(new Error('tickets are refused now'));
    },
    async tickets(count) {
      const taken: string[] = [];
      while (taken.length < count) taken.push(await patiently(askTicket));
      return taken;
    },
    async restart() {
      await vetrina.server.stop();
      vetrina.server = await startServer(main, [], env);
    },
    async killAndRestart() {
      const { child } = vetrina.server;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      vetrina.server = await startServer(main, [], env);
    },
    get: async (path) => answerOf(path, await fetch(url + path, { headers: { cookie } })),
    post: async (path, body) => answerOf(path, await post(path, cookie, body)),
    async end() {
      await vetrina.server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return vetrina;
}
