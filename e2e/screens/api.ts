import type { Login } from '../actors/server.ts';

/** Somebody's session, by the public interface. */
export interface Api {
  readonly cookie: string;
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body?: object): Promise<T>;
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

async function ask(url: string, method: string, path: string, cookie: string, body?: object): Promise<Response> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: {
      origin: new URL(url).origin,
      cookie,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

export async function signsIn(url: string, login: Login): Promise<Api> {
  const cookie = cookieOf(await ask(url, 'POST', '/api/v1/session', '', login));
  const read = async <T>(response: Response): Promise<T> => {
    const text = await response.text();
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  return {
    cookie,
    get: async (path) => read(await ask(url, 'GET', path, cookie)),
    send: async (method, path, body) => read(await ask(url, method, path, cookie, body)),
  };
}
