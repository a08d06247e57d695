import type { NumberTest, TextTest } from '@vetrina/protocol/automation/conditions';
import { fold } from '../fold.ts';

/** Holds a text against a rule's value, without regard to case and accents. Takes time in proportion to both lengths. */
export function textHolds(found: string, test: TextTest, value: string): boolean {
  const [text, wanted] = [fold(found), fold(value)];
  switch (test) {
    case 'is':
      return text === wanted;
    case 'is-not':
      return text !== wanted;
    case 'contains':
      return text.includes(wanted);
    case 'contains-not':
      return !text.includes(wanted);
    case 'starts-with':
      return text.startsWith(wanted);
    case 'matches':
      return matchesPattern(text, wanted);
  }
}

export function numberHolds(found: number, test: NumberTest, value: number): boolean {
  switch (test) {
    case 'is':
      return found === value;
    case 'at-least':
      return found >= value;
    case 'at-most':
      return found <= value;
  }
}

/** The whole text, with anything where the pattern has `*`. The pieces between are looked for one after the other, so nothing is tried twice. */
function matchesPattern(text: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
