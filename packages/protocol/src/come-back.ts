/**
 * `comeBackAfter` without the reasons: the script on visitors' pages counts its bytes, and the sentences of the catalogue
 * are a fifth of them. `come-back.test.ts` holds this list to `CLOSE`, code by code.
 */
const AFTER: Readonly<Record<number, number>> = {
  4000: 3_000,
  4002: 5_000,
  4003: 30_000,
  4004: 5_000,
  4005: 15_000,
  4006: 60_000,
  4008: 5_000,
  4010: 5_000,
  4105: 60_000,
};

/** Neither an older page nor one that is faulty gets better by trying: too large, replaced, and 4100 to 4199. */
const NEVER = /^(1009|4007|41..)$/;

/** How long a client stays away after an ending, in ms; 0: no longer than its backoff; null: for good. As `comeBackAfter` says it. */
export function restAfterCode(code: number): number | null {
  return AFTER[code] ?? (NEVER.test(String(code)) ? null : 0);
}
