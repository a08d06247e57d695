import type { Asked } from '@vetrina/protocol/conversation';
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Where the visitor writes: lines of text, or the one line that a chatbot asks for. */
export type WritingField = HTMLTextAreaElement | HTMLInputElement;

interface FieldProps {
  readonly field: RefObject<WritingField | null>;
  readonly asks: Asked;
  readonly label: string;
  readonly placeholder: string;
  readonly isWrong: boolean;
  readonly text: string;
  typed(text: string): void;
  send(): void;
  /** True: they were taken. */
  pasted(files: FileList): boolean;
}

/** A7: asked for an address or a number, phones open the right keyboard and browsers offer what they know. */
const LINES = {
  email: { type: 'email', inputmode: 'email', autocomplete: 'email' },
  phone: { type: 'tel', inputmode: 'tel', autocomplete: 'tel' },
} as const;

export function Field({ field, asks, label, placeholder, isWrong, text, ...on }: FieldProps): JSX.Element {
  // Before the one gives way to the other.
  const wasHeld = useRef(false);
  wasHeld.current = field.current?.matches(':focus') ?? false;
  useLayoutEffect(() => {
    if (wasHeld.current) field.current?.focus();
  }, [asks]);
  useGrowingField(field, text, asks);
  const common = {
    // Empty it has the direction of its placeholder.
    dir: text === '' ? undefined : ('auto' as const),
    'aria-label': label,
    'aria-invalid': isWrong,
    placeholder,
    value: text,
    enterkeyhint: 'send' as const,
    onInput: (event: { currentTarget: WritingField }) => on.typed(event.currentTarget.value),
    onKeyDown(event: KeyboardEvent) {
      // While a word is being composed (Japanese, Chinese), Enter belongs to the keyboard.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      on.send();
    },
    onPaste(event: ClipboardEvent) {
      const files = event.clipboardData?.files;
      if (files?.length && on.pasted(files)) event.preventDefault();
    },
  };
  if (asks === 'text') return <textarea {...common} ref={field as RefObject<HTMLTextAreaElement>} rows={1} />;
  return <input {...common} {...LINES[asks]} class="line" ref={field as RefObject<HTMLInputElement>} />;
}

/** Grows with its text; the style sheet says how far. */
function useGrowingField(field: RefObject<WritingField | null>, text: string, asks: Asked): void {
  useLayoutEffect(() => {
    const area = field.current;
    if (!area || asks !== 'text') return;
    area.style.setProperty('height', 'auto');
    area.style.setProperty('height', `${area.scrollHeight}px`);
  }, [text, asks]);
}
