import type { Sign, SocketEnv } from './socket-env.ts';

type Listenable = Partial<Pick<EventTarget, 'addEventListener'>>;
type Scope = Pick<typeof globalThis, 'WebSocket' | 'setTimeout' | 'clearTimeout'> &
  Listenable & { document?: Listenable & Pick<Document, 'visibilityState'> };

type Wrap = <Args extends unknown[]>(task: (...args: Args) => void) => (...args: Args) => void;

/**
 * The world of a browser page; also of Node ≥ 22, which has the sockets and timers but none of the events.
 *
 * @param around wraps whatever the browser is to call back
 */
export function browserSocketEnv(scope: Scope, around: Wrap = (task) => task): SocketEnv {
  return {
    connect(address, events) {
      const wire = new scope.WebSocket(address);
      wire.onopen = around(events.opened);
      wire.onmessage = around(({ data }: MessageEvent) => {
        if (typeof data === 'string') events.heard(data);
      });
      wire.onclose = around(({ code, reason }: CloseEvent) => events.closed(code, reason));
      return wire;
    },
    now: Date.now,
    later(task, ms) {
      const timer = scope.setTimeout(around(task), ms);
      return () => scope.clearTimeout(timer);
    },
    random: Math.random,
    watch(report) {
      const watching = new AbortController();
      const on = (target: Listenable | undefined, sign: Sign): void =>
        target?.addEventListener?.(
          sign,
          around(() => {
            if (sign !== 'visibilitychange' || scope.document?.visibilityState === 'visible') report(sign);
          }),
          watching,
        );
      on(scope, 'online');
      on(scope, 'offline');
      // `resume` follows `freeze` (Page Lifecycle); a tab that becomes visible may have been throttled or asleep.
      on(scope.document, 'resume');
      on(scope.document, 'visibilitychange');
      return () => watching.abort();
    },
  };
}
