import type { SocketEnv } from './socket-env.ts';

type Scope = Pick<typeof globalThis, 'WebSocket' | 'setTimeout' | 'clearTimeout'> & {
  addEventListener?: Window['addEventListener'];
  removeEventListener?: Window['removeEventListener'];
  document?: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
};

/** The world of a browser page; also of Node ≥ 22, which has the sockets and timers but none of the events. */
export function browserSocketEnv(scope: Scope): SocketEnv {
  return {
    connect(address, events) {
      const wire = new scope.WebSocket(address);
      wire.onopen = () => events.opened();
      wire.onmessage = ({ data }) => {
        if (typeof data === 'string') events.heard(data);
      };
      wire.onclose = ({ code, reason }) => events.closed(code, reason);
      return wire;
    },
    now: () => Date.now(),
    later(task, ms) {
      const timer = scope.setTimeout(task, ms);
      return () => scope.clearTimeout(timer);
    },
    random: () => Math.random(),
    watch(report) {
      const online = (): void => report('online');
      const offline = (): void => report('offline');
      const wake = (): void => {
        if (scope.document?.visibilityState === 'visible') report('wake');
      };
      scope.addEventListener?.('online', online);
      scope.addEventListener?.('offline', offline);
      // `resume` follows `freeze` (Page Lifecycle); a tab that becomes visible may have been throttled or asleep.
      scope.document?.addEventListener('resume', wake);
      scope.document?.addEventListener('visibilitychange', wake);
      return () => {
        scope.removeEventListener?.('online', online);
        scope.removeEventListener?.('offline', offline);
        scope.document?.removeEventListener('resume', wake);
        scope.document?.removeEventListener('visibilitychange', wake);
      };
    },
  };
}
