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
  4105: 60_000,
};

/** How long a client stays away after an ending, in ms; 0: no longer than its backoff; null: for good. As `comeBackAfter` says it. */
export function restAfterCode(code: number): number | null {
  return code === 1009 || code === 4007 || (code >= 4100 && code !== 4105 && code < 4200) ? null : (AFTER[code] ?? 0);
}
