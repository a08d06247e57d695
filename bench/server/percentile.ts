/** The value below which `share` (0–1) of the numbers lie; NaN for none. Sorts in place. */
export function percentile(numbers: number[], share: number): number {
  if (numbers.length === 0) return Number.NaN;
  numbers.sort((a, b) => a - b);
  return numbers[Math.min(numbers.length - 1, Math.ceil(share * numbers.length) - 1)] ?? Number.NaN;
}
