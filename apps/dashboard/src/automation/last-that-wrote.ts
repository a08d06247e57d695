import type { Explanation } from '@vetrina/protocol/http/automation';

/** The rule that wrote to a visitor last, and when; what was held out wrote nothing. Null: none did. */
export function lastThatWrote(
  rules: readonly Pick<Explanation, 'rule' | 'name' | 'state' | 'lastAt'>[],
): (Pick<Explanation, 'rule' | 'name'> & { readonly at: number }) | null {
  let last: ReturnType<typeof lastThatWrote> = null;
  for (const { rule, name, state, lastAt } of rules) {
    if (state === 'held-out' || lastAt === null || lastAt <= (last?.at ?? 0)) continue;
    last = { rule, name, at: lastAt };
  }
  return last;
}
