import { ROUTE_TABLE } from 'virtual:route-table';
import type { ErrorCode } from '@vetrina/protocol/errors';
import type { Plan } from '@vetrina/protocol/http/account';
import type { ROUTES, RouteName } from '@vetrina/protocol/http/routes';
import type { z } from 'zod';
import { fillPath, readRefusal, writeQuery } from './wire.ts';

/** `offline` is the browser's own: the request never reached the server. */
export type ApiErrorCode = ErrorCode | 'offline';

/** A refused request. Shown as the sentence `errors.<code>`, with the plan that has it where one is named. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly plan: Plan | null;
  /** Field → what is wrong with it, in English; forms show their own wording. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: ApiErrorCode, plan: Plan | null = null, fields: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.plan = plan;
    this.fields = fields;
  }
}

type Table = typeof ROUTES;
type Body<N extends RouteName> = Table[N] extends { body: infer S extends z.ZodType } ? { body: z.input<S> } : object;
type Params<N extends RouteName> = Table[N] extends { params: z.ZodType }
  ? { params: Readonly<Record<string, string>> }
  : object;
type Query<N extends RouteName> = Table[N] extends { query: infer S extends z.ZodType }
  ? { query: z.output<S> }
  : object;
type Answer<N extends RouteName> = Table[N] extends { answer: infer S extends z.ZodType } ? z.output<S> : undefined;

export type Call<N extends RouteName> = Body<N> & Params<N> & Query<N> & { signal?: AbortSignal };

/**
 * Calls one route of the table. The answers of our own server are taken at their word: its tests hold them against the
 * route's schema, which therefore need not be sent to every screen.
 *
 * @throws ApiError for every refusal, and with `offline` when the server was not reached.
 */
export async function call<N extends RouteName>(name: N, request: Call<N>): Promise<Answer<N>> {
  const route = ROUTE_TABLE[name];
  const { body, params, query, signal } = request as {
    body?: unknown;
    params?: Record<string, string>;
    query?: Record<string, string | number | undefined>;
    signal?: AbortSignal;
  };
  const response = await reach(fillPath(route.path, params) + writeQuery(query), {
    method: route.method,
    credentials: 'same-origin',
    ...(route.method !== 'GET' && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw refusal(response.status, await response.json().catch(() => null));
  if (!route.hasAnswer) return undefined as Answer<N>;
  try {
    return (await response.json()) as Answer<N>;
  } catch {
    // Cut off on its way, or something between us and the server answered with a page of its own.
    throw new ApiError('internal');
  }
}

/** `fetch`, whose failure is a refusal like any other. */
async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('offline');
  }
}

/** What a refused request says of itself; `answer`: its body as JSON, null when it is none. */
export function refusal(status: number, answer: unknown): ApiError {
  const body = readRefusal(answer);
  if (!body) return new ApiError(status >= 500 ? 'not_ready' : 'internal');
  return new ApiError(body.code, body.plan ?? null, body.fields ?? {});
}
