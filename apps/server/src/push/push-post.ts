import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Clock } from '../platform/clock.ts';
import { pinnedTo, publicAddressOf } from '../platform/public-address.ts';
import type { PushAnswer, PushPost, PushRequest } from './ports.ts';

/** All of one request, ms. */
const PATIENCE = 10_000;
/** A service that asks to wait longer than this is asked again all the same, ms. */
const LONGEST_WAIT = 6 * 3_600_000;

interface PostParts {
  readonly clock: Pick<Clock, 'now'>;
  /** The operator lets endpoints be whatever this machine reaches, without TLS too. */
  readonly ownNetwork: boolean;
}

/**
 * Hands pushes to push services. An endpoint is an address that a client typed: only https, only public addresses, and the
 * connection goes to the very address that was looked at; no redirects, and of the answer the status alone.
 */
export function createPushPost({ clock, ownNetwork }: PostParts): PushPost {
  const schemes = ownNetwork ? ['https:', 'http:'] : ['https:'];
  const accepts = (endpoint: string): boolean => {
    const url = URL.parse(endpoint);
    return url !== null && schemes.includes(url.protocol) && url.username === '' && url.password === '';
  };
  return {
    accepts,
    async hand(request) {
      if (!accepts(request.endpoint)) return { as: 'forbidden' };
      const url = new URL(request.endpoint);
      if (ownNetwork) return post(url, request, undefined, clock);
      const place = await publicAddressOf(url.hostname).catch(() => null);
      return place === null ? { as: 'forbidden' } : post(url, request, pinnedTo(place), clock);
    },
  };
}

function post(
  url: URL,
  { headers, body }: PushRequest,
  lookup: ReturnType<typeof pinnedTo> | undefined,
  clock: Pick<Clock, 'now'>,
): Promise<PushAnswer> {
  return new Promise((resolve) => {
    const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': body.byteLength, 'user-agent': 'Vetrina' },
      agent: false,
      signal: AbortSignal.timeout(PATIENCE),
      ...(lookup !== undefined && { lookup }),
    });
    sent.on('error', () => resolve({ as: 'busy', status: null, retryAfter: null }));
    // Node ends a connection that changes its protocol without a word, neither error nor response.
    sent.on('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve({ as: 'refused', status: statusCode });
    });
    sent.on('response', (response) => {
      resolve(answerOf(response, clock.now()));
      response.destroy();
    });
    sent.end(body);
  });
}

/** RFC 8030 sections 5 and 7.3; 404 and 410 are one: nobody hears there any more. */
function answerOf({ statusCode: status = 0, headers }: IncomingMessage, now: number): PushAnswer {
  if (status >= 200 && status < 300) return { as: 'taken' };
  if (status === 404 || status === 410) return { as: 'gone' };
  if (status === 429 || status >= 500) return { as: 'busy', status, retryAfter: waitIn(headers['retry-after'], now) };
  return { as: 'refused', status };
}

/** Seconds, or a date (RFC 9110 section 10.2.3); null: neither. */
function waitIn(said: string | undefined, now: number): number | null {
  if (said === undefined) return null;
  const wait = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now;
  return Number.isNaN(wait) ? null : Math.min(LONGEST_WAIT, Math.max(0, wait));
}
