import { useDisclosure } from '@mantine/hooks';
import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../shortcuts/use-shortcuts.tsx';
import { LegendDialog } from '../visitors/icon-legend.tsx';

const load = () => import('./palette.tsx');
const Palette = lazy(() => load().then(({ Palette: palette }) => ({ default: palette })));

const OpenContext = createContext<() => void>(() => undefined);

/** D1: the command palette, in front of whatever screen is open. Its code comes when the browser has nothing to do. */
export function PaletteProvider({ children }: { children: ReactNode }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const [isLegendOpen, legend] = useDisclosure(false);
  // Drawn from its first opening on: a dialog that has gone could not give the focus back.
  const [isWanted, setWanted] = useState(false);
  const show = (): void => {
    setWanted(true);
    open();
  };
  useShortcuts({ palette: show });
  useEffect(() => whenIdle(() => void load()), []);
  const latest = useRef(show);
  latest.current = show;
  const [stable] = useState(() => () => latest.current());
  return (
    <OpenContext value={stable}>
      {children}
      <Suspense>{isWanted && <Palette isOpen={isOpen} onClose={close} openLegend={legend.open} />}</Suspense>
      <LegendDialog isOpen={isLegendOpen} onClose={legend.close} />
    </OpenContext>
  );
}

/** Opens the palette, for buttons. */
export function useOpenPalette(): () => void {
  return useContext(OpenContext);
}

/** Safari has no idle callback. */
function whenIdle(deed: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(deed, 2_000);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(deed, { timeout: 5_000 });
  return () => cancelIdleCallback(idle);
}
