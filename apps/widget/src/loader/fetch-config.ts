import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import { waitAfterRest } from '@vetrina/socket/reconnect-policy';
import { guard, later, type PageWindow } from './page-window.ts';
import { chance } from './random-id.ts';

/**
 * Asks how this account tracks. A server that is away is asked again for as long as the page stands; an unknown key is
 * said once, where developers look.
 */
export function fetchConfig(w: PageWindow, base: string, key: string, done: (config: WidgetConfig) => void): void {
  let failures = 0;
  const retry = guard(() => {
    later(w, ask, 1_000 + waitAfterRest(0, ++failures, chance()));
  });
  const ask = (): void => {
    w.fetch(`${base}/widget/${key}.json`)
      .then((answer) => {
        if (answer.ok) return answer.json().then(guard(done));
        if (answer.status === 404) return w.console.warn(`Vetrina: no account has the key "${key}".`);
        // Too many requests, or a server in trouble.
        return answer.status > 428 && retry();
      })
      // Offline, or forbidden by the page's policy: the same answer, patience.
      .catch(retry);
  };
  guard(ask)();
}
