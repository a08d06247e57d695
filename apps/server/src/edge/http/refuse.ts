import { ERRORS, type ErrorBody, type ErrorCode } from '@vetrina/protocol/errors';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Log } from '../../platform/log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Every way a request can end badly, as an `errorBody`, counted by its code. Faults of ours are logged and say no more. */
export function refusals(log: Log, metrics: Metrics) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = asRefusal(error);
    if (refusal.code === 'internal') {
      log.error({ err: error, route: request.routeOptions.url, method: request.method }, 'A request failed');
    }
    metrics.refusals.inc({ code: refusal.code });
    if (refusal.retryAfterMs !== undefined) reply.header('retry-after', String(Math.ceil(refusal.retryAfterMs / 1000)));
    return reply
      .status(ERRORS[refusal.code].status)
      .type('application/json')
      .send(JSON.stringify(bodyOf(refusal)));
  };
}

export function bodyOf(refusal: Refusal): ErrorBody {
  const { sentence, retry } = ERRORS[refusal.code];
  return {
    code: refusal.code,
    message: sentence,
    retry,
    ...(refusal.fields === undefined ? {} : { fields: { ...refusal.fields } }),
    ...(refusal.plan === undefined ? {} : { plan: refusal.plan }),
  };
}

function asRefusal(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map(
      ({ instancePath, message }) => [instancePath.slice(1).replaceAll('/', '.'), message ?? ''] as const,
    );
    return new Refusal('bad_request', { fields: Object.fromEntries(fields) });
  }
  return new Refusal(codeOf(error));
}

function codeOf(error: FastifyError): ErrorCode {
  switch (error.statusCode) {
    case 413:
      return 'too_large';
    case 404:
      return 'not_found';
    case 503:
      return 'not_ready';
    default:
      return (error.statusCode ?? 500) >= 500 ? 'internal' : 'bad_request';
  }
}
