/**
 * The positions of a longest strictly rising part of `numbers`, rising themselves. What is not in it is the least that
 * must move to bring a list into order. n log n.
 */
export function longestRising(numbers: readonly number[]): number[] {
  /** For each length: the position of the smallest number that ends a rising part of it. */
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, position) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[position] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = position;
  });
  const rising: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rising.push(at);
  return rising.reverse();
}
