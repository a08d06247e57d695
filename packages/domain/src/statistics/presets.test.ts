import { describe, expect, it } from 'vitest';
import { daysIn } from './calendar.ts';
import { datesOf, PRESETS } from './presets.ts';

describe('named spans', () => {
  it('ST1: a name stands for calendar days that end today, or with the last month', () => {
    const spans = PRESETS.map((preset) => datesOf(preset, '2026-03-15'));
    expect(spans.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-03-15 2026-03-15',
      '2026-03-09 2026-03-15',
      '2026-02-16 2026-03-15',
      '2026-03-01 2026-03-15',
      '2026-02-01 2026-02-28',
      '2025-03-17 2026-03-15',
    ]);
    expect(spans.map(({ from, to }) => daysIn(from, to)).at(-1)).toBe(364);
  });
});
