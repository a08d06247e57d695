import { useEffect, useRef, useState } from 'react';
import classes from './hint-layer.module.css';

/** The pointer rests this long before a hint shows, ms. */
const PATIENCE = 350;
/** A shown hint follows its text, and goes with the thing it explains, this soon, ms. */
const FOLLOW = 200;
const EDGE = 8;

interface Hint {
  readonly of: HTMLElement;
  readonly text: string;
}

/**
 * Shows the `data-hint` of whatever the mouse or the keyboard rests on. One layer for the whole screen: a tooltip of its own
 * in every row would make each row dearer to draw. A hint only repeats or adds to what the thing says by itself, so it is
 * nothing for screen readers.
 */
export function HintLayer() {
  const [hint, setHint] = useState<Hint | null>(null);
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => listen(setHint), []);
  useEffect(() => {
    const { current } = bubble;
    if (!hint || !current) return;
    const at = hint.of.getBoundingClientRect();
    const { width, height } = current.getBoundingClientRect();
    const left = Math.min(Math.max(EDGE, (at.left + at.right - width) / 2), innerWidth - width - EDGE);
    const below = at.bottom + EDGE;
    const top = below + height > innerHeight ? at.top - height - EDGE : below;
    current.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }, [hint]);
  useEffect(() => {
    if (!hint) return;
    const timer = setInterval(() => setHint((now) => now && current(now)), FOLLOW);
    return () => clearInterval(timer);
  }, [hint]);
  if (!hint) return null;
  return (
    <div ref={bubble} className={classes.hint} aria-hidden="true">
      {hint.text}
    </div>
  );
}

/** The hint as it stands now; null once its element has gone. */
function current(hint: Hint): Hint | null {
  const text = hint.of.isConnected ? hint.of.dataset.hint : undefined;
  if (!text) return null;
  return text === hint.text ? hint : { ...hint, text };
}

function hintAt(target: EventTarget | null): Hint | null {
  const of = target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
  return of?.dataset.hint ? { of, text: of.dataset.hint } : null;
}

function listen(show: (hint: Hint | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: HTMLElement | null = null;
  // What was pressed is no riddle any more: nothing of it until the pointer has been elsewhere.
  let pressed: HTMLElement | null = null;
  const hide = (): void => {
    clearTimeout(timer);
    pending = null;
    show(null);
  };
  const onPointer = (event: PointerEvent): void => {
    const hint = event.pointerType === 'mouse' ? hintAt(event.target) : null;
    if (hint && hint.of === pending) return;
    hide();
    if (hint?.of !== pressed) pressed = null;
    if (!hint || pressed) return;
    pending = hint.of;
    timer = setTimeout(() => show(hint), PATIENCE);
  };
  const onFocus = (event: FocusEvent): void => {
    const isByKeyboard = event.target instanceof Element && event.target.matches(':focus-visible');
    if (isByKeyboard) show(hintAt(event.target));
  };
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener('pointerover', onPointer, { signal });
  document.addEventListener('focusin', onFocus, { signal });
  for (const end of ['focusout', 'keydown'] as const) document.addEventListener(end, hide, { signal });
  const onPress = (event: PointerEvent): void => {
    hide();
    pressed = hintAt(event.target)?.of ?? null;
  };
  document.addEventListener('pointerdown', onPress, { signal });
  document.addEventListener('scroll', hide, { signal, capture: true });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
