import type { PushScope } from './hear-push.ts';

/** What hearing pushes needs of the worker's own world. */
export function pushScopeOf(self: ServiceWorkerGlobalScope): PushScope {
  return {
    ...{ registration: self.registration, clients: self.clients, navigator: self.navigator },
    fetch: (...asked) => self.fetch(...asked),
    now: Date.now,
    after: (ms, then) => void setTimeout(then, ms),
  };
}
