/** Runs `work` while no other tab of this browser runs its own. Resolves when it is done; never rejects. */
export type TakeTurns = (work: () => Promise<void>) => Promise<void>;

/**
 * By Web Locks, so that one tab sends for all. Where they are missing (pages without HTTPS) every tab sends by itself: each
 * begins with the oldest item and goes on only when that is acknowledged, and the server takes a message once, so order and
 * number stay right and only a few frames are sent in vain.
 */
export function takeTurns(navigator: Navigator, key: string): TakeTurns {
  const locks = navigator.locks as LockManager | undefined;
  return async (work) => {
    const guarded = (): Promise<void> => work().catch(() => undefined);
    if (!locks) return guarded();
    await locks.request(`vetrina-outbox-${key}`, guarded).catch(() => undefined);
  };
}
