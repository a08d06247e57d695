/** An entry as a screen or the store has it: its place, and its text; other kinds by their name. */
export interface Shown {
  readonly seq: number;
  readonly text: string;
}

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

/**
 * Every text is written once in the whole run, so that texts tell what ids cannot: the same words under two ids.
 *
 * @param voices what was acknowledged, a list for each order of writing
 */
export function judge(voices: readonly (readonly string[])[], shown: readonly Shown[]): Verdict {
  const places = Map.groupBy(shown.keys(), (place) => shown[place]?.text ?? '');
  const gaps = shown.filter(({ seq }, place) => place > 0 && seq !== (shown[place - 1]?.seq ?? 0) + 1).length;
  return sum([{ ...FAULTLESS, reordered: gaps }, ...voices.map((texts) => judgeVoice(texts, places))]);
}

function judgeVoice(texts: readonly string[], places: ReadonlyMap<string, readonly number[]>): Verdict {
  let lost = 0;
  let doubled = 0;
  let reordered = 0;
  let before = -1;
  for (const text of texts) {
    const [place, ...more] = places.get(text) ?? [];
    doubled += more.length;
    if (place === undefined) {
      lost += 1;
      continue;
    }
    if (place < before) reordered += 1;
    before = place;
  }
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
