import type { Plan, Role } from '@vetrina/protocol/http/account';
import { ROUTES } from '@vetrina/protocol/http/routes';
import type { AgentId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { whoIsIt } from '../src/accounts/who-is-it.ts';
import { composeAccounts } from '../src/compose-accounts.ts';
import { accountRoutes } from '../src/edge/http/account-routes.ts';
import type { Handlers } from '../src/edge/http/handlers.ts';
import { refusals } from '../src/edge/http/refuse.ts';
import { registerRoutes } from '../src/edge/http/register-routes.ts';
import { teamRoutes } from '../src/edge/http/team-routes.ts';
import type { Mail } from '../src/mail/ports.ts';
import { createEvents } from '../src/platform/events.ts';
import { randomIds } from '../src/platform/ids.ts';
import { silentLog } from '../src/platform/log.ts';
import { createMetrics } from '../src/platform/metrics.ts';
import { Refusal } from '../src/platform/refusal.ts';
import { openDatabase } from '../src/store/database.ts';

const OWN = 'http://127.0.0.1:4000';
export const PASSWORD = 'correct horse battery';

/** A browser at the dashboard's door: it keeps the cookies it is given. */
export interface Browser {
  readonly cookies: Map<string, string>;
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was answered; each test says what it expects
  readonly body: any;
}

/**
 * Accounts and people of a server in memory, asked over HTTP as the dashboard asks: everything about teams without anything
 * that is live.
 */
export async function teamWorld(options: { readonly mail?: boolean } = {}) {
  const clock = new FakeClock();
  const mails: Mail[] = [];
  const ended: string[] = [];
  const online = new Set<AgentId>();
  const database = await openDatabase({ kind: 'memory' }, silentLog);
  const config = { publicUrl: OWN, signUp: 'open' } as const;
  const accounts = await composeAccounts({ config, clock, ids: randomIds, log: silentLog }, database);
  accounts.endings.onEnd((session) => ended.push(session));
  const metrics = createMetrics({ processFigures: false });
  const events = createEvents(silentLog, metrics);
  const mailer = { isOn: options.mail === true, send: async (mail: Mail) => void mails.push(mail) };
  const live = { numbers: () => ({ online: 0, countedOnly: 0, bots: 0 }), onlyYou: () => false };
  const app = Fastify();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(refusals(silentLog, metrics));
  registerRoutes(app, {
    handlers: {
      ...withoutTheRest(),
      ...accountRoutes({ ...accounts, events, live, mailer, demoLogins: [] }),
      ...teamRoutes({
        conversations: { release: async () => undefined },
        left: async () => undefined,
        ...accounts,
        events,
        mailer,
        onlineAgents: () => online,
      }),
    },
    whoIsIt: (cookie) => whoIsIt(accounts, cookie),
    clientIp: (address) => address ?? '',
    publicUrl: OWN,
  });

  const browser = () => browserAt(app);
  return {
    ...{ clock, accounts, mails, ended, online, browser },
    /** The owner of a fresh account, signed in. */
    async owner(name: string, plan: Plan = 'PRO', called = name) {
      const own = browser();
      clock.advance(1);
      const form = { name: called, email: `${name}@shop.example`, password: PASSWORD, accountName: `${name}'s shop` };
      const signedUp = await own.ask('POST', '/sign-up', form);
      if (plan !== 'PRO') await accounts.directory.save(signedUp.body.account.id, { plan });

      return { ...own, agent: signedUp.body.agent.id as AgentId, account: signedUp.body.account };
    },
    /** A colleague, invited by `by` and signed in. */
    async colleague(by: Browser, name: string, role: Role = 'agent', groups: readonly string[] = []) {
      clock.advance(1);
      const invited = await by.ask('POST', '/invitations', { email: `${name}@shop.example`, role, groups });
      const own = browser();
      const token = String(invited.body.link).split('/').at(-1);
      const joined = await own.ask('POST', `/invitation-links/${token}`, { name, password: PASSWORD });
      return { ...own, agent: joined.body?.agent?.id as AgentId, joined };
    },
    async signIn(email: string, password = PASSWORD) {
      const own = browser();
      const answer = await own.ask('POST', '/session', { email, password });
      return { ...own, answer };
    },
    async [Symbol.asyncDispose]() {
      accounts.stop();
      await app.close();
      await database.close();
    },
  };
}

/** The routes of other features, which do not exist here. */
function withoutTheRest(): Handlers {
  const refuse = () => Promise.reject(new Refusal('not_found'));
  return Object.fromEntries(Object.keys(ROUTES).map((name) => [name, refuse])) as unknown as Handlers;
}

function browserAt(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(method, url, body) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
      const response = await app.inject({
        ...{ method, url: `/api/v1${url}` },
        headers: { host: '127.0.0.1:4000', origin: OWN, 'content-type': 'application/json', cookie },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      keep(cookies, [response.headers['set-cookie'] ?? []].flat());
      return { status: response.statusCode, body: response.body === '' ? null : response.json() };
    },
  };
}

function keep(cookies: Map<string, string>, setCookies: readonly string[]): void {
  for (const line of setCookies) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
}
