import { LIMITS } from '@vetrina/protocol/limits';
import { wireText } from '../loader/wire-text.ts';
import { hexColour } from './colours.ts';

/** What the page may ask of the box. */
export interface Commanded {
  open(): void;
  close(): void;
  /** There is a box, or there is none, whatever the settings say. */
  show(shown: boolean): void;
  prefill(text: string): void;
  say(text: string): void;
  color(color: string): void;
  language(language: string): void;
}

/** Carries out a command of the page; what makes no sense is passed over. Anything may stand in `value`: pages are not ours. */
export function runCommand(box: Commanded, command: string, value: unknown): void {
  const text = typeof value === 'string' ? wireText(value, LIMITS.message) : '';
  const deeds: Readonly<Record<string, () => void>> = {
    'chat:open': () => box.open(),
    'chat:close': () => box.close(),
    'chat:show': () => box.show(true),
    'chat:hide': () => box.show(false),
    'chat:message': () => box.prefill(text),
    'chat:send': () => box.say(text),
    'theme:color': () => {
      const color = hexColour(value);
      if (color) box.color(color);
    },
    language: () => box.language(text),
  };
  if (Object.hasOwn(deeds, command)) deeds[command]?.();
}
