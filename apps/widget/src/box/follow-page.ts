import type { Bridge } from '../bridge.ts';
import type { BoxMemory } from './box-memory.ts';
import type { BoxModel, Watched } from './box-model.ts';

interface Followed {
  readonly bridge: Bridge;
  readonly model: Watched<BoxModel>;
  readonly memory: BoxMemory;
  isShown(): boolean;
  /** The tab came to the front, or the panel was opened. */
  looked(): void;
}

/** Windows no wider than a phone get the box in full. The style sheet says the same. */
export const PHONE = '(max-width: 520px), (max-height: 480px) and (pointer: coarse)';

/** Windows in which settings hide the box "on phones". The launcher's style sheet says the same. */
const NARROW = '(max-width: 600px)';

/** Open on the next page too: not what a message opened and nobody took up. */
const isWanted = ({ open, quietly }: BoxModel): boolean => open && !quietly;

/** Keeps launcher, browser and next page told of what the box shows, and the box of what the page does. */
export function followPage({ bridge, model, memory, isShown, looked }: Followed): void {
  const { window: w, launcher } = bridge;
  const phone = w.matchMedia(PHONE);
  const narrow = w.matchMedia(NARROW);
  const measure = (): void => model.set({ phone: phone.matches, narrow: narrow.matches });
  measure();
  for (const size of [phone, narrow]) size.addEventListener('change', measure);
  w.addEventListener('focus', looked);
  w.document.addEventListener('visibilitychange', looked);
  // What was typed last is kept too when the page goes.
  w.addEventListener('pagehide', () => memory.keepPanel(isWanted(model.get()), model.get().draft));

  const tell = (now: BoxModel, before: BoxModel | null): void => {
    launcher.show(isShown());
    launcher.unread(now.open ? 0 : now.log.unread);
    // The same while it is open: that it is, the button says by aria-expanded.
    if (now.texts !== before?.texts) launcher.label(now.texts.text('openChat'));
    const busy = now.outbox.some(({ state }) => state.is === 'waiting');
    bridge.remember(isWanted(now) || busy);
    if (now.open === before?.open) return;
    launcher.open(now.open);
    memory.keepPanel(isWanted(now), now.draft);
    if (before) looked();
  };
  tell(model.get(), null);
  model.watch(tell);
}
