import { type ErrorCode, errorBody } from '@vetrina/protocol/errors';
import type { Plan } from '@vetrina/protocol/http/account';
import { ROUTES, type RouteName } from '@vetrina/protocol/http/routes';
import type { z } from 'zod';

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
type Answer<N extends RouteName> = Table[N] extends { answer: infer S extends z.ZodType } ? z.output<S> : undefined;

export type Call<N extends RouteName> = Body<N> & Params<N> & { signal?: AbortSignal };

/** `/visitors/:visitor` with its names filled in. */
export function fillPath(path: string, params: Readonly<Record<string, string>> = {}): string {
  return path.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/**
 * Calls one route of the table. Answers are checked against the route's schema.
 * @throws ApiError for every refusal, and with `offline` when the server was not reached.
 */
export async function call<N extends RouteName>(name: N, request: Call<N>): Promise<Answer<N>> {
  const route: { method: string; path: string; answer?: z.ZodType } = ROUTES[name];
  const { body, params, signal } = request as {
    body?: unknown;
    params?: Record<string, string>;
    signal?: AbortSignal;
  };
  const response = await reach(fillPath(route.path, params), {
    method: route.method,
    credentials: 'same-origin',
    ...(route.method !== 'GET' && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw await refusal(response);
  if (!route.answer) return undefined as Answer<N>;
  const answer = route.answer.safeParse(await response.json().catch(() => null));
  if (!answer.success) throw new ApiError('internal');
  return answer.data as Answer<N>;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('offline');
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const body = errorBody.safeParse(await response.json().catch(() => null));
  if (!body.success) return new ApiError(response.status >= 500 ? 'not_ready' : 'internal');
  return new ApiError(body.data.code, body.data.plan ?? null, body.data.fields ?? {});
}
