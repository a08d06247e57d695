import { isTyping } from '../ui/is-typing.ts';
import { isLetterKey, type Pending, pressOf, stepKeys } from './key-press.ts';
import { type HandledId, type KeyPlace, SHORTCUT_LIST, SHORTCUTS, type Shortcut } from './shortcut-table.ts';

/** False: not now; the browser does what it does with the key. */
export type Deed = () => unknown;
export type Deeds = Partial<Readonly<Record<HandledId, Deed>>>;

const STARTS = new Set(SHORTCUT_LIST.flatMap(({ keys }) => keys.flatMap((each) => each.match(/^\S+(?= )/)?.[0] ?? [])));

/** The one listener: knows which screens are there, and gives each key to the one that declared it. */
export class KeyDesk {
  readonly #deeds = new Set<() => Deeds>();
  readonly #places = new Map<KeyPlace, number>();
  readonly #hasLetters: () => boolean;
  #pending: Pending | null = null;

  /** @param hasLetters are keys of one letter switched on? */
  constructor(hasLetters: () => boolean) {
    this.#hasLetters = hasLetters;
  }

  /** As long as the screen is there. The last who came is asked first. */
  register(deeds: () => Deeds): () => void {
    this.#deeds.add(deeds);
    return () => void this.#deeds.delete(deeds);
  }

  enter(place: KeyPlace): () => void {
    this.#places.set(place, (this.#places.get(place) ?? 0) + 1);
    return () => void this.#places.set(place, (this.#places.get(place) ?? 1) - 1);
  }

  isAt(place: KeyPlace): boolean {
    return (this.#places.get(place) ?? 0) > 0;
  }

  /** For `keydown`, after everything nearer had its turn. */
  readonly hear = (event: KeyboardEvent): void => {
    const press = event.defaultPrevented || event.isComposing ? null : pressOf(event);
    if (press === null) return;
    const typing = isTyping(event.target);
    const step = stepKeys(typing ? null : this.#pending, press, event.timeStamp, typing ? NOTHING : STARTS);
    this.#pending = step.pending;
    if (step.keys === null || isBusyElsewhere()) return;
    if (this.#does(step.keys, typing)) event.preventDefault();
  };

  #does(keys: string, typing: boolean): boolean {
    if (isLetterKey(keys) && !this.#hasLetters()) return false;
    for (const deeds of [...this.#deeds].reverse()) {
      for (const [id, deed] of Object.entries(deeds()) as [HandledId, Deed | undefined][]) {
        const shortcut: Shortcut = SHORTCUTS[id];
        const isMeant = shortcut.keys.includes(keys) && (!typing || shortcut.evenTyping === true);
        if (isMeant && deed !== undefined) return deed() !== false;
      }
    }
    return false;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** In front of everything else: its keys are its own. */
function isBusyElsewhere(): boolean {
  return document.querySelector('dialog[open], :popover-open') !== null;
}
