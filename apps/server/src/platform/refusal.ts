import { ERRORS, type ErrorCode } from '@vetrina/protocol/errors';
import type { Plan } from '@vetrina/protocol/http/account';

/**
 * A feature says no, with a code of the one catalogue. The edge turns it into an `errorBody`; anything else that is thrown
 * is a fault of ours and answers `internal`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  /** For `plan_required` and `seat_limit`: the cheapest plan that has it. */
  readonly plan: Plan | undefined;
  /** Form field → what is wrong with it. */
  readonly fields: Readonly<Record<string, string>> | undefined;
  /** For `too_many_requests`: how long to wait, ms. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ErrorCode,
    more: { plan?: Plan; fields?: Readonly<Record<string, string>>; retryAfterMs?: number } = {},
  ) {
    super(ERRORS[code].sentence);
    this.code = code;
    this.plan = more.plan;
    this.fields = more.fields;
    this.retryAfterMs = more.retryAfterMs;
  }
}
