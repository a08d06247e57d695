/** P: the first moment (ms since 1970) of the calendar month in which `at` lies, in UTC: the month that plans are counted by. */
export function monthFrom(at: number): number {
  const then = new Date(at);
  return Date.UTC(then.getUTCFullYear(), then.getUTCMonth());
}
