import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppUpdates } from './app-updates.ts';

/** null in tests of parts and in development, where nothing is kept. */
export const UpdatesContext = createContext<AppUpdates | null>(null);

const never = (): (() => void) => () => undefined;

/** N2: whether a newer version is ready, and how to take it. */
export function useAppUpdates(): { isReady: boolean; take: () => void; ask: () => void } {
  const updates = useContext(UpdatesContext);
  const isReady = useSyncExternalStore(updates?.subscribe ?? never, () => updates?.isReady() ?? false);
  return { isReady, take: updates?.take ?? (() => location.reload()), ask: () => updates?.ask() };
}
