import { RHYTHM } from '@vetrina/protocol/limits';

/** The part of a page that says whether somebody looks at it. */
export interface AttentionEnv {
  readonly window: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  readonly page: Pick<Document, 'visibilityState' | 'hasFocus' | 'addEventListener' | 'removeEventListener'>;
  readonly now: () => number;
  readonly later: (task: () => void, ms: number) => () => void;
}

const USES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const CHANGES = ['focus', 'blur'] as const;
/** Moving a mouse is hundreds of events, ms. */
const NOTE_EVERY = 1_000;

/**
 * C8: tells when somebody begins to look at the page and when nobody does any more: it is in front, and was used a short while
 * ago. A dashboard that stays open on an empty desk leaves it to the phones. Answers how to end it.
 */
export function watchAttention(
  { window, page, now, later }: AttentionEnv,
  told: (attends: boolean) => void,
): () => void {
  let usedAt = now();
  let attends = false;
  let cancel = (): void => undefined;
  const look = (): void => {
    const left = usedAt + RHYTHM.attention - now();
    const is = page.visibilityState === 'visible' && page.hasFocus() && left > 0;
    cancel();
    if (is) cancel = later(look, left);
    if (is === attends) return;
    attends = is;
    told(is);
  };
  const use = (): void => {
    usedAt = now();
    look();
  };
  const touch = (): void => {
    if (!attends || now() - usedAt >= NOTE_EVERY) use();
  };
  for (const event of USES) window.addEventListener(event, touch, { passive: true });
  // Whoever comes back to it uses it.
  for (const event of CHANGES) window.addEventListener(event, use);
  page.addEventListener('visibilitychange', use);
  look();
  return () => {
    cancel();
    for (const event of USES) window.removeEventListener(event, touch);
    for (const event of CHANGES) window.removeEventListener(event, use);
    page.removeEventListener('visibilitychange', use);
  };
}
