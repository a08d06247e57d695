import type { Pick } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';

/**
 * A7: what a webhook's answer (parsed JSON) has at the paths of a block, as text. Only what the answer has itself is seen; what is no text,
 * number or truth value is not taken.
 */
export function takeFrom(picks: readonly Pick[], answer: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    picks.flatMap(({ path, keepAs }) => {
      const found = asText(path.split('.').reduce(inside, answer));
      return found === null ? [] : [[keepAs, found]];
    }),
  );
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function asText(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  return keptAnswer(String(value));
}

/** Any text from outside, as it may be kept as an answer. */
export function keptAnswer(text: string): string {
  return text.replaceAll('\0', '').slice(0, LIMITS.botAnswer).toWellFormed().trim();
}
