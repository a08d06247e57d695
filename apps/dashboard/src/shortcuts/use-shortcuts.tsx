import { useNavigate } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Deeds, KeyDesk } from './key-desk.ts';
import { hasLetterKeys } from './letter-keys.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { GO_TO, type HandledId, type KeyPlace } from './shortcut-table.ts';

interface Keys {
  readonly desk: KeyDesk;
  openSheet(): void;
}

const KeysContext = createContext<Keys | null>(null);

/** D2: one listener for all keys, and the sheet that lists them. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [desk] = useState(() => new KeyDesk(hasLetterKeys));
  const [isOpen, setOpen] = useState(false);
  const keys = useMemo(() => ({ desk, openSheet: () => setOpen(true) }), [desk]);
  useEffect(() => {
    // On the window: whatever is nearer, React's own listeners too, comes first.
    addEventListener('keydown', desk.hear);
    return () => removeEventListener('keydown', desk.hear);
  }, [desk]);
  return (
    <KeysContext value={keys}>
      <EverywhereKeys />
      {children}
      <ShortcutSheet isOpen={isOpen} isAt={(place) => desk.isAt(place)} onClose={() => setOpen(false)} />
    </KeysContext>
  );
}

function EverywhereKeys() {
  const openSheet = useOpenSheet();
  const navigate = useNavigate();
  const go = Object.entries(GO_TO).map(([id, to]) => [
    id as HandledId,
    () => navigate({ to, params: { conversation: undefined }, search: {} }),
  ]);
  useShortcuts({ ...(Object.fromEntries(go) as Deeds), sheet: openSheet });
  return null;
}

/** What the keys of this screen do, for as long as it is there. */
export function useShortcuts(deeds: Deeds): void {
  const desk = useContext(KeysContext)?.desk;
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => desk?.register(() => latest.current), [desk]);
}

/** The sheet lists the keys of this place first, for as long as the screen is there. */
export function useKeyPlace(place: KeyPlace): void {
  const desk = useContext(KeysContext)?.desk;
  useEffect(() => desk?.enter(place), [desk, place]);
}

const nothing = (): void => undefined;

export function useOpenSheet(): () => void {
  return useContext(KeysContext)?.openSheet ?? nothing;
}
