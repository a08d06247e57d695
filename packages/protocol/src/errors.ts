import { z } from 'zod';

/**
 * The one catalogue of refusals, for HTTP answers and for `problem` frames. `status` is the HTTP status; `retry` says
 * whether the same request may succeed later; `sentence` is English for logs and API users, the dashboard shows its own
 * translation under `errors.<code>`.
 */
interface ErrorEntry {
  readonly status: number;
  readonly retry: boolean;
  readonly sentence: string;
}

export const ERRORS = {
  bad_request: { status: 400, retry: false, sentence: 'The request was not understood.' },
  bad_frame: { status: 400, retry: false, sentence: 'The message was not understood.' },
  bad_address: { status: 400, retry: false, sentence: 'Only http and https addresses are accepted.' },
  query_too_long: { status: 400, retry: false, sentence: 'A search may have at most 500 characters.' },
  watch_unknown: { status: 400, retry: false, sentence: 'That list is no longer being watched.' },
  not_signed_in: { status: 401, retry: false, sentence: 'Please sign in.' },
  wrong_credentials: { status: 401, retry: false, sentence: 'E-mail or password is wrong.' },
  forbidden: { status: 403, retry: false, sentence: 'Your role does not allow this.' },
  foreign_origin: { status: 403, retry: false, sentence: 'The request came from another site.' },
  plan_required: { status: 402, retry: false, sentence: 'Your plan does not include this.' },
  not_found: { status: 404, retry: false, sentence: 'There is nothing here.' },
  email_taken: { status: 409, retry: false, sentence: 'There is already an account with this e-mail.' },
  already_set_up: { status: 409, retry: false, sentence: 'This server is already set up.' },
  sign_up_closed: { status: 403, retry: false, sentence: 'This server does not accept new accounts.' },
  seat_limit: { status: 402, retry: false, sentence: 'Your plan has no free seat.' },
  blocked: { status: 403, retry: false, sentence: 'This visitor is blocked.' },
  consent_required: {
    status: 403,
    retry: false,
    sentence: 'The privacy notice has to be agreed to before writing.',
  },
  id_reused: { status: 409, retry: false, sentence: 'Another message was sent under this id.' },
  already_read: { status: 409, retry: false, sentence: 'The visitor has read it already.' },
  not_resolved: { status: 409, retry: false, sentence: 'The conversation is not resolved.' },
  newer_conversation: { status: 409, retry: false, sentence: 'The visitor has a newer conversation.' },
  name_taken: { status: 409, retry: false, sentence: 'There is already one with this name.' },
  changed_meanwhile: { status: 409, retry: false, sentence: 'Somebody has changed this in the meantime.' },
  too_many_chatbots: {
    status: 409,
    retry: false,
    sentence: 'There are as many chatbots as an account may have: remove one first.',
  },
  chatbot_unfinished: {
    status: 409,
    retry: false,
    sentence: 'Something in this chatbot is not finished: it cannot be published.',
  },
  only_group: {
    status: 409,
    retry: false,
    sentence: 'Somebody has no other group, and would see everyone without it: give them another one first.',
  },
  too_many_rules: {
    status: 409,
    retry: false,
    sentence: 'There are as many automatic messages as an account may have: remove one first.',
  },
  too_many_views: {
    status: 409,
    retry: false,
    sentence: 'There are as many saved views of this kind as there may be: remove one first.',
  },
  last_owner: { status: 409, retry: false, sentence: 'An account needs at least one owner.' },
  second_factor: { status: 401, retry: false, sentence: 'Enter the code of your second factor.' },
  wrong_code: { status: 401, retry: false, sentence: 'That code is wrong or no longer valid.' },
  link_expired: { status: 410, retry: false, sentence: 'This link is no longer valid.' },
  file_type: { status: 415, retry: false, sentence: 'Files of this kind are not accepted.' },
  mail_off: { status: 409, retry: false, sentence: 'This server cannot send e-mail: its operator has not set it up.' },
  signature_invalid: { status: 403, retry: false, sentence: 'The signature of the identity is wrong or out of date.' },
  too_large: { status: 413, retry: false, sentence: 'That is too large.' },
  too_many_requests: { status: 429, retry: true, sentence: 'Too many attempts. Please wait a moment.' },
  internal: { status: 500, retry: true, sentence: 'Something went wrong on the server.' },
  not_ready: { status: 503, retry: true, sentence: 'The server cannot answer just now. Please try again in a moment.' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

const codes = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];
export const errorCode = z.enum(codes);

/** Body of every refused HTTP request. */
export const errorBody = z.object({
  code: errorCode,
  message: z.string(),
  retry: z.boolean(),
  /** Field → what is wrong with it, for forms. */
  fields: z.record(z.string(), z.string()).optional(),
  /** For `plan_required` and `seat_limit`: the cheapest plan that has it. */
  plan: z.enum(['FREE', 'STANDARD', 'PRO']).optional(),
});
export type ErrorBody = z.infer<typeof errorBody>;
