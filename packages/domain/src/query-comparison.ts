/** A number held against another: visits, pages, ms. */
export interface Comparison {
  readonly is: 'more' | 'at-least' | 'less' | 'at-most' | 'equal';
  readonly than: number;
}

const SIGNS = { '>=': 'at-least', '<=': 'at-most', '>': 'more', '<': 'less', '=': 'equal' } as const;

/**
 * Reads `>3`, `<=5m` and the like; `bare` says what a number without a sign means. Null when it is no such thing, a sign
 * still waiting for its number included.
 */
export function parseComparison(
  text: string,
  parseValue: (text: string) => number | null,
  bare: Comparison['is'],
): Comparison | null {
  const sign = /^(?:>=|<=|>|<|=)/.exec(text)?.[0] as keyof typeof SIGNS | undefined;
  const than = parseValue(text.slice(sign?.length ?? 0));
  return than === null ? null : { is: sign ? SIGNS[sign] : bare, than };
}

export function holds(value: number, { is, than }: Comparison): boolean {
  switch (is) {
    case 'more':
      return value > than;
    case 'at-least':
      return value >= than;
    case 'less':
      return value < than;
    case 'at-most':
      return value <= than;
    case 'equal':
      return value === than;
  }
}

/** A plain number; null for anything else. */
export function parseNumber(text: string): number | null {
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `5m`, `1h30m`, `2d` in ms; a number without a unit counts minutes. Null for anything else. */
export function parseDuration(text: string): number | null {
  const minutes = parseNumber(text);
  if (minutes !== null) return minutes * 60_000;
  if (!/^(?:\d{1,9}[smhd]){1,4}$/.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)([smhd])/g)) total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  return total;
}
