import type { PlaceCounts } from '@vetrina/domain/places';

export interface CountryFigure {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly count: number;
  /** 1 to 5: how strongly the land is tinted. */
  readonly level: number;
  /** Of all people, 0 to 1. */
  readonly share: number;
}

const LEVELS = 5;

/** The countries with somebody in them, most people first. Tints go by magnitude: one and ten differ like ten and a hundred. */
export function figuresOf({ countries, total }: PlaceCounts): CountryFigure[] {
  const most = Math.max(1, ...countries.values());
  return [...countries]
    .map(([code, count]) => ({
      ...{ code, count, share: total === 0 ? 0 : count / total },
      level: Math.max(1, Math.ceil((LEVELS * Math.log(count + 1)) / Math.log(most + 1))),
    }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** A circle's area says how many people there are; in px. */
export function radiusOf(count: number, most: number): number {
  return 3.5 + 14 * Math.sqrt(count / Math.max(1, most));
}

/** The countries that more people are in than before. */
export function arrivedIn(before: PlaceCounts, now: PlaceCounts): string[] {
  return [...now.countries].filter(([code, count]) => count > (before.countries.get(code) ?? 0)).map(([code]) => code);
}

/** The same question, asked about one country instead of any it named. */
export function queryFor(query: string, code: string): string {
  const rest = query
    .replace(/(^|\s)-?country:("[^"]*"?|\S*)/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${rest} country:${code.toLowerCase()}`.trim();
}
