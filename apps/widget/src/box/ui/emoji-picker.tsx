import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EMOJI } from '../emoji.ts';
import type { Texts } from '../texts.ts';

interface EmojiPickerProps {
  readonly texts: Texts;
  readonly rightToLeft: boolean;
  picked(emoji: string): void;
  closed(): void;
}

/** One tab stop: arrow keys move in it, Enter picks, Escape closes. */
export function EmojiPicker({ texts, rightToLeft, picked, closed }: EmojiPickerProps): JSX.Element {
  const grid = useRef<HTMLFieldSetElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [row, column] = at;

  useEffect(() => {
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [row, column]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const along = rightToLeft ? -1 : 1;
    const step: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -along],
      ArrowRight: [0, along],
    };
    const move = step[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      closed();
    }
    if (!move) return;
    event.preventDefault();
    const wrap = (value: number, size: number): number => (value + size) % size;
    setAt([wrap(row + move[0], EMOJI.length), wrap(column + move[1], EMOJI[0]?.length ?? 1)]);
  };

  return (
    <fieldset class="emoji" aria-label={texts.text('emoji')} ref={grid} onKeyDown={onKeyDown}>
      {EMOJI.map((emojis, y) => (
        <div key={emojis[0]}>
          {emojis.map((emoji, x) => (
            <button
              key={emoji}
              type="button"
              tabIndex={y === row && x === column ? 0 : -1}
              onClick={() => picked(emoji)}
            >
              {emoji}
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
