import { useEffect, useRef, useState } from 'react';

/** `unsaved`: typed, not yet sent. */
export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed';

/** Typing pauses this long before it is saved, ms. */
const PAUSE = 800;

/**
 * A text (or anything else that is edited) that saves itself after a pause, on blur and when its screen goes. While nothing
 * is unsaved it follows `stored`, which a colleague may be changing. `save` rejects when it failed; what was typed is kept and can be saved again.
 */
export function useAutosave<Value = string>(stored: Value, save: (text: Value) => Promise<unknown>) {
  const [text, setText] = useState(stored);
  const [state, setState] = useState<SaveState>('idle');
  const [error, setError] = useState<unknown>(null);
  const latest = useRef({ text, state, save, number: 0 });
  Object.assign(latest.current, { text, state, save });

  const isOurs = state === 'unsaved' || state === 'saving' || state === 'failed';
  useEffect(() => {
    if (!isOurs) setText(stored);
  }, [stored, isOurs]);

  const flush = useRef(async () => {
    const { current } = latest;
    if (current.state !== 'unsaved' && current.state !== 'failed') return;
    const number = ++current.number;
    current.state = 'saving';
    setState('saving');
    try {
      await current.save(current.text);
      if (number === current.number && current.state === 'saving') setState('saved');
    } catch (reason) {
      setError(reason);
      if (number === current.number) setState('failed');
    }
  }).current;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` starts the pause again with every letter
  useEffect(() => {
    if (state !== 'unsaved') return;
    const timer = setTimeout(() => void flush(), PAUSE);
    return () => clearTimeout(timer);
  }, [state, text, flush]);
  useEffect(() => () => void flush(), [flush]);

  const type = (next: Value): void => {
    setText(next);
    setState('unsaved');
  };
  return { text, type, state, error, flush };
}
