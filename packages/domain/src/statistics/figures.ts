import { ANSWER_STEPS, type AnswerTimes, type Tally } from '@vetrina/protocol/http/statistics';

/** So many times the same value: many values, said shortly. Sorted by value. */
export type Weighted = readonly (readonly [value: number, times: number])[];

/** The value below which `share` of all lie: 0.5 is the median, between the middle two of an even number. Null: none. */
export function quantile(values: Weighted, share: number): number | null {
  const count = values.reduce((sum, [, times]) => sum + times, 0);
  if (count === 0) return null;
  const place = (count - 1) * share;
  const low = valueAt(values, Math.floor(place));
  return low + (valueAt(values, Math.ceil(place)) - low) * (place - Math.floor(place));
}

function valueAt(values: Weighted, place: number): number {
  let passed = 0;
  for (const [value, times] of values) {
    passed += times;
    if (place < passed) return value;
  }
  throw new RangeError('no value stands there');
}

/** ST5: from all times to an answer, ms, to what is said of them. */
export function answerTimes(values: Weighted): AnswerTimes {
  const split = [...ANSWER_STEPS.map(() => 0), 0];
  for (const [value, times] of values) {
    const step = ANSWER_STEPS.findIndex((end) => value <= end);
    const place = step === -1 ? ANSWER_STEPS.length : step;
    split[place] = (split[place] ?? 0) + times;
  }
  const count = split.reduce((sum, each) => sum + each, 0);
  return { count, median: quantile(values, 0.5), p90: quantile(values, 0.9), split };
}

/** How much more it is than before: 0.25 is a quarter more. Null: there was nothing to compare with. */
export function change(now: number, before: number): number | null {
  return before === 0 ? null : now / before - 1;
}

/** The part of a whole; null: there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Adds up what has one name, the most first, at most `most` of them. */
export function tallies(counted: readonly Tally[], most: number): Tally[] {
  const sums = new Map<string | null, number>();
  for (const { name, count } of counted) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name ?? '').localeCompare(b.name ?? ''))
    .slice(0, most);
}
