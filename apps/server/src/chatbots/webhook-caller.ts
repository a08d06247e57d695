import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { takeFrom } from '@vetrina/domain/chatbots/take-from';
import type { WebhookCall, WebhookOutcome } from '@vetrina/protocol/http/chatbots';
import { pinnedTo, publicAddressOf } from '../platform/public-address.ts';
import type { Webhooks } from './ports.ts';

/** An answer is a few facts, bytes. */
const LONGEST_ANSWER = 64 * 1_024;

type Failed = Extract<WebhookOutcome, { outcome: 'failed' }>;
const failed = (because: Failed['because'], status: number | null = null): Failed => ({
  outcome: 'failed',
  ...{ because, status },
});

/**
 * Calls webhooks by POST. Only https, only public addresses, and the connection goes to the very address that was looked at; no
 * redirects. `ownNetwork`: the operator lets accounts reach whatever this machine does, without TLS too.
 */
export function createWebhooks({ ownNetwork }: { readonly ownNetwork: boolean }): Webhooks {
  return {
    async call(wanted) {
      const url = URL.parse(wanted.address);
      const schemes = ownNetwork ? ['https:', 'http:'] : ['https:'];
      if (url === null || !schemes.includes(url.protocol)) return failed('address');
      const place = ownNetwork ? 'any' : await publicAddressOf(url.hostname).catch(() => null);
      return place === null ? failed('address') : post(url, place, wanted);
    },
  };
}

type Place = 'any' | NonNullable<Awaited<ReturnType<typeof publicAddressOf>>>;

function post(url: URL, place: Place, { body, picks, timeoutMs }: WebhookCall): Promise<WebhookOutcome> {
  const text = JSON.stringify(body);
  return new Promise((resolve) => {
    const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        accept: 'application/json',
        'user-agent': 'Vetrina',
      },
      agent: false,
      // All of it, not the time between two bytes.
      signal: AbortSignal.timeout(timeoutMs),
      ...(place !== 'any' && { lookup: pinnedTo(place) }),
    });
    sent.on('error', (error) => resolve(failed(isTimeout(error) ? 'timed-out' : 'unreachable')));
    // Node ends a connection that changes its protocol without a word, neither error nor response.
    sent.on('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve(failed('status', statusCode));
    });
    sent.on('response', (response) => {
      answerOf(response).then(
        (answer) => resolve(outcomeOf(response.statusCode ?? 0, answer, picks)),
        (error: unknown) => resolve(failed(isTimeout(error) ? 'timed-out' : 'unreachable')),
      );
    });
    sent.end(text);
  });
}

/** Null: too much. */
async function answerOf(response: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > LONGEST_ANSWER) {
      response.destroy();
      return null;
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function outcomeOf(status: number, text: string | null, picks: WebhookCall['picks']): WebhookOutcome {
  if (status < 200 || status > 299) return failed('status', status);
  if (text === null) return failed('too-large', status);
  if (picks.length === 0) return { outcome: 'ok', answers: {} };
  try {
    return { outcome: 'ok', answers: takeFrom(picks, JSON.parse(text)) };
  } catch {
    return failed('not-json', status);
  }
}

const isTimeout = (error: unknown): boolean => {
  const { name, cause } = error as { name?: string; cause?: { name?: string } };
  return name === 'TimeoutError' || (name === 'AbortError' && cause?.name === 'TimeoutError');
};
