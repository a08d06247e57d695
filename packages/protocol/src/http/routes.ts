import { z } from 'zod';
import { accountKey } from '../ids.ts';
import { visitorDetails } from '../visitor-details.ts';
import { account, accountSettings, agent, type Role, session } from './account.ts';
import { installation, widgetConfig } from './installation.ts';
import { preferences } from './preferences.ts';
import { agentTicket, setup, signIn, signUp } from './sign-in.ts';
import { blockParams, ipBlock, newIpBlock, visitorBlock, visitorEdit, visitorParams } from './visitors.ts';

/** One route of the table, whichever it is. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** The least role that may call it; `anyone` needs no session. */
  readonly who: 'anyone' | Role;
  readonly params?: z.ZodType;
  readonly body?: z.ZodType;
  /** Body of the 2xx answer; absent: 204. Refusals are always `errorBody`. */
  readonly answer?: z.ZodType;
}

/**
 * Every HTTP route, once: the server registers this table, the dashboard's client calls it, OpenAPI is made from it.
 * Mutations demand the dashboard's own `Origin` and the header `content-type: application/json`.
 */
export const ROUTES = {
  setup: { method: 'GET', path: '/api/v1/setup', who: 'anyone', answer: setup },
  firstRun: { method: 'POST', path: '/api/v1/setup', who: 'anyone', body: signUp, answer: session },
  signUp: { method: 'POST', path: '/api/v1/sign-up', who: 'anyone', body: signUp, answer: session },
  signIn: { method: 'POST', path: '/api/v1/session', who: 'anyone', body: signIn, answer: session },
  session: { method: 'GET', path: '/api/v1/session', who: 'agent', answer: session },
  signOut: { method: 'DELETE', path: '/api/v1/session', who: 'anyone' },
  agentTicket: { method: 'POST', path: '/api/v1/agent-tickets', who: 'agent', answer: agentTicket },
  preferences: { method: 'GET', path: '/api/v1/me/preferences', who: 'agent', answer: preferences },
  savePreferences: {
    method: 'PUT',
    path: '/api/v1/me/preferences',
    who: 'agent',
    body: preferences,
    answer: preferences,
  },
  saveAccount: { method: 'PATCH', path: '/api/v1/account', who: 'admin', body: accountSettings, answer: account },
  installation: { method: 'GET', path: '/api/v1/account/installation', who: 'agent', answer: installation },
  agents: { method: 'GET', path: '/api/v1/agents', who: 'agent', answer: z.array(agent) },
  visitor: {
    method: 'GET',
    path: '/api/v1/visitors/:visitor',
    who: 'agent',
    params: visitorParams,
    answer: visitorDetails,
  },
  editVisitor: {
    method: 'PATCH',
    path: '/api/v1/visitors/:visitor',
    who: 'agent',
    params: visitorParams,
    body: visitorEdit,
    answer: visitorDetails,
  },
  blockVisitor: {
    method: 'POST',
    path: '/api/v1/visitors/:visitor/block',
    who: 'agent',
    params: visitorParams,
    body: visitorBlock,
    answer: visitorDetails,
  },
  unblockVisitor: {
    method: 'DELETE',
    path: '/api/v1/visitors/:visitor/block',
    who: 'agent',
    params: visitorParams,
    answer: visitorDetails,
  },
  ipBlocks: { method: 'GET', path: '/api/v1/ip-blocks', who: 'agent', answer: z.array(ipBlock) },
  addIpBlock: { method: 'POST', path: '/api/v1/ip-blocks', who: 'agent', body: newIpBlock, answer: ipBlock },
  removeIpBlock: { method: 'DELETE', path: '/api/v1/ip-blocks/:block', who: 'agent', params: blockParams },
  widgetConfig: {
    method: 'GET',
    path: '/widget/:key.json',
    who: 'anyone',
    params: z.strictObject({ key: accountKey }),
    answer: widgetConfig,
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
