import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppUpdates } from './app-updates.ts';
import type { InstallOffer, InstallWay } from './install-offer.ts';

export interface AppShell {
  readonly updates: AppUpdates;
  readonly offer: InstallOffer;
}

/** null in tests of parts. */
export const AppShellContext = createContext<AppShell | null>(null);

const never = (): (() => void) => () => undefined;

/** N2: whether a newer version is ready, how to take it, and how to look for one. */
export function useAppUpdates(): { isReady: boolean; take: () => void; ask: () => void } {
  const updates = useContext(AppShellContext)?.updates;
  const isReady = useSyncExternalStore(updates?.subscribe ?? never, () => updates?.isReady() ?? false);
  return { isReady, take: updates?.take ?? (() => location.reload()), ask: updates?.ask ?? never };
}

/** N3: how this browser can put the dashboard beside the other apps. */
export function useInstallOffer(): { way: InstallWay; install: () => void } {
  const offer = useContext(AppShellContext)?.offer;
  const way = useSyncExternalStore(offer?.subscribe ?? never, () => offer?.way() ?? 'none');
  return { way, install: offer?.install ?? never };
}
