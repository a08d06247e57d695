import { ApiError } from './client.ts';

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'not_signed_in';
}

/** Nothing will be told to this session again: it is over, or its agent has no seat on the plan any more. */
export function isTurnedAway(error: unknown): boolean {
  return isSignedOut(error) || (error instanceof ApiError && error.code === 'seat_limit');
}
