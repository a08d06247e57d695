/** A share of people, and between what it lies with 95 % confidence; all from 0 to 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Of the normal distribution, for 95 %. */
const Z = 1.959964;

/**
 * A6: how many of how many, with Wilson's interval, which holds for few people too
 * (https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval). Null: of nobody.
 */
export function shareOf(hits: number, people: number): Share | null {
  if (people <= 0) return null;
  const share = hits / people;
  const middle = share + Z ** 2 / (2 * people);
  const spread = Z * Math.sqrt((share * (1 - share) + Z ** 2 / (4 * people)) / people);
  const scale = 1 + Z ** 2 / people;
  return { share, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/**
 * How much more often something happened with the message than without, by Newcombe's interval for the difference of two shares
 * (Statistics in Medicine 17, 1998, method 10). An interval that includes 0 may be luck. Null: one of the two had nobody.
 */
export function liftOf(
  withMessage: { readonly hits: number; readonly people: number },
  without: { readonly hits: number; readonly people: number },
): Share | null {
  const [a, b] = [shareOf(withMessage.hits, withMessage.people), shareOf(without.hits, without.people)];
  if (a === null || b === null) return null;
  const share = a.share - b.share;
  return {
    share,
    low: share - Math.hypot(a.share - a.low, b.high - b.share),
    high: share + Math.hypot(a.high - a.share, b.share - b.low),
  };
}
