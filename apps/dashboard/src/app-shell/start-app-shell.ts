import { type AppUpdates, say } from './app-updates.ts';
import { workerAddress } from './worker-address.ts';

/** N1: has the browser keep the dashboard for when there is no network. Where it cannot (no HTTPS), everything else works. */
export async function startAppShell(updates: AppUpdates): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  try {
    const registration = await serviceWorker.register(workerAddress(window), { updateViaCache: 'none' });
    updates.watch(serviceWorker, registration);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && updates.ask());
    const { active } = await serviceWorker.ready;
    if (active) say(active, { kind: 'keep', paths: ownFiles() });
  } catch {
    // A browser may forbid it (private windows, company rules).
  }
}

/** What this page has fetched so far from its own server. */
function ownFiles(): string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  return addresses.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
}

/** The path of the script that the page names: a new build has another. */
export function pageEntry(page: Document): string {
  const script = page.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return script ? new URL(script.src).pathname : '';
}
