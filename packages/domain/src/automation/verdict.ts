/** Holds, does not, or cannot be told from what is known here (Kleene's three values). */
export type Verdict = boolean | undefined;

/** True when all are; false as soon as one is not. None: true. */
export function allHold(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

/** True as soon as one is; false when none is. None at all: true, for nothing is asked. */
export function anyHolds(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0 || verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}
