/** One figure. Smaller is better unless the target says otherwise. */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  /** µs, ms, %, bytes, … */
  readonly unit: string;
  readonly target?: Target;
  /** The same thing done the plain way, measured in the same run. */
  readonly baseline?: { readonly what: string; readonly value: number };
  readonly note?: string;
  /** Why this figure says nothing, such as generators that could not keep up: neither reached nor missed. */
  readonly void?: string;
}

export interface Target {
  readonly is: 'at-most' | 'at-least';
  readonly value: number;
}

export interface ResultTable {
  readonly title: string;
  /** How it was measured, in a sentence or two. */
  readonly about: string;
  readonly rows: readonly Measurement[];
}

export const atMost = (value: number): Target => ({ is: 'at-most', value });
export const atLeast = (value: number): Target => ({ is: 'at-least', value });

/** Is the target reached? True without one. */
export function isReached({ value, target }: Measurement): boolean {
  if (target === undefined) return true;
  return target.is === 'at-most' ? value <= target.value : value >= target.value;
}

const HEADS = ['what', 'measured', 'target', '', 'plain way', 'ratio', 'note'] as const;

/** The table as Markdown, for `docs/performance.md`. */
export function toMarkdown({ title, about, rows }: ResultTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = line(HEADS.map(() => '---'));
  return [`## ${title}`, '', about, '', line(HEADS), rule, ...rows.map((row) => line(cellsOf(row))), ''].join('\n');
}

/** The table with aligned columns, for a terminal. */
export function toConsole({ title, about, rows }: ResultTable): string {
  const cells = [HEADS, ...rows.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [title, about, '', ...lines, ''].join('\n');
}

function cellsOf(row: Measurement): string[] {
  const { what, value, unit, target, baseline, note } = row;
  const sign = target?.is === 'at-least' ? '≥' : '≤';
  return [
    what,
    `${readable(value)} ${unit}`,
    target === undefined ? '' : `${sign} ${readable(target.value)} ${unit}`,
    row.void !== undefined ? 'void' : target === undefined ? '' : isReached(row) ? 'reached' : 'MISSED',
    baseline === undefined ? '' : `${readable(baseline.value)} ${unit} (${baseline.what})`,
    baseline === undefined ? '' : `${readable(baseline.value / value)}×`,
    row.void ?? note ?? '',
  ];
}

/** Three digits that matter; thousands parted. */
export function readable(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 6 });
}
