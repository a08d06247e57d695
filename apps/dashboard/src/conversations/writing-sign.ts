export interface WritingSign {
  /** A key was pressed; `text` is what stands there now. */
  type(text: string): void;
  stop(): void;
}

/** Tells that somebody writes, again every so many ms while keys are pressed, and once that they stopped. */
export function createSign(every: number, tell: (isWriting: boolean) => void, clock: { now(): number }): WritingSign {
  let toldAt: number | null = null;
  const stop = (): void => {
    if (toldAt !== null) tell(false);
    toldAt = null;
  };
  return {
    stop,
    type(text) {
      if (text.trim() === '') return stop();
      const now = clock.now();
      if (toldAt !== null && now - toldAt < every) return;
      toldAt = now;
      tell(true);
    },
  };
}
