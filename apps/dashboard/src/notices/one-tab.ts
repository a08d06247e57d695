/** How long other tabs leave it to the one in front, ms. */
const COURTESY = 250;
/** How long a notice stays taken, ms: longer than a browser holds back the timers of a tab in the background. */
const TAKEN = 5_000;

/**
 * Runs `deed` in one of an agent's tabs only, all of which hear the notice and call it by the same name. The tab in front goes first. A browser without
 * locks (a page that is not on https) runs it in each. `later` runs something after so many ms.
 */
export function inOneTab(
  notice: string,
  isInFront: boolean,
  deed: () => void,
  later: (then: () => void, ms: number) => void,
): void {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) {
    deed();
    return;
  }
  const name = `vetrina notice ${notice}`;
  const take = (lock: Lock | null): Promise<void> | undefined => {
    if (!lock) return undefined;
    deed();
    return new Promise((resolve) => later(resolve, TAKEN));
  };
  later(() => void locks.request(name, { ifAvailable: true }, take), isInFront ? 0 : COURTESY);
}
