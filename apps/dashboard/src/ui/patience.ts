/** A server that has not answered by then is away for whoever waits, ms. */
const PATIENCE = 8_000;

/** Aborts when patience has run out. */
export function patience(): AbortSignal {
  return AbortSignal.timeout(PATIENCE);
}
