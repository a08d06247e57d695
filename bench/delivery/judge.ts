import type { Shown } from './shown-log.ts';

/** What became of acknowledged messages in one place (the store, a screen). All must be 0. */
export interface Verdict {
  /** Acknowledged, and not there. */
  readonly lost: number;
  /** There more than once. */
  readonly doubled: number;
  /** Before another that the same person wrote earlier, or places that do not count up one by one. */
  readonly reordered: number;
}

export const FAULTLESS: Verdict = { lost: 0, doubled: 0, reordered: 0 };

/** Every text is written once in the whole run, so that texts tell what ids cannot: the same words under two ids. */
export function judge(acknowledged: readonly string[], shown: readonly Shown[]): Verdict {
  const places = new Map<string, number[]>();
  shown.forEach(({ text }, place) => {
    const known = places.get(text) ?? [];
    known.push(place);
    places.set(text, known);
  });
  let lost = 0;
  let doubled = 0;
  let reordered = 0;
  let before = -1;
  for (const text of acknowledged) {
    const [place, ...more] = places.get(text) ?? [];
    doubled += more.length;
    if (place === undefined) {
      lost += 1;
      continue;
    }
    if (place < before) reordered += 1;
    before = place;
  }
  shown.forEach(({ seq }, place) => {
    if (place > 0 && seq !== (shown[place - 1]?.seq ?? 0) + 1) reordered += 1;
  });
  return { lost, doubled, reordered };
}

export function sum(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce(
    (all, { lost, doubled, reordered }) => ({
      lost: all.lost + lost,
      doubled: all.doubled + doubled,
      reordered: all.reordered + reordered,
    }),
    FAULTLESS,
  );
}

export const isFaultless = ({ lost, doubled, reordered }: Verdict): boolean => lost + doubled + reordered === 0;
