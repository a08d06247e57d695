import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast, READABLE } from '@vetrina/domain/contrast';
import { describe, expect, test } from 'vitest';

/** 1.4.11: what is no text but has to be seen, and text that is large. */
const VISIBLE = 3;

const CSS = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function tokensIn(selector: string): Record<string, string> {
  const block = CSS.slice(CSS.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const light = tokensIn(':root');
const THEMES = { light, dark: { ...light, ...tokensIn('[data-mantine-color-scheme="dark"]') } };

const GROUNDS = ['paper', 'surface', 'surface-sunk', 'surface-hover'];
const on = (grounds: readonly string[], ...inks: string[]) =>
  grounds.flatMap((ground) => inks.map((ink) => [ink, ground] as const));

/** What is written on what. */
const TEXTS = [
  ...on(GROUNDS, 'ink', 'ink-soft', 'accent', 'warm', 'bad', 'good'),
  ...on(['accent-soft'], 'accent-ink', 'ink'),
  ...on(['warm-soft'], 'warm', 'ink'),
  ...on(['good-soft'], 'good', 'ink'),
  ...on(['bad-soft'], 'bad', 'ink'),
  ...on(['flash'], 'ink', 'ink-soft'),
  ...on(['rail'], 'rail-ink', 'rail-active'),
  ...on(['rail-active-bg'], 'rail-active'),
];

/** Signs and edges without which something cannot be found: dots, and the ring of the focus. */
const SIGNS = [...on(GROUNDS, 'dot-active', 'accent', 'mark'), ...on(['rail'], 'rail-ink')];

/** An `hsl()` as `#rrggbb`; shares in percent. */
function hsl(hue: number, saturation: number, lightness: number): string {
  const [s, l] = [saturation / 100, lightness / 100];
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12;
    const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

/** The hues and strengths of `tag-hue.module.css`. */
function tagHues(): readonly { hue: number; strength: number }[] {
  const css = readFileSync(join(import.meta.dirname, 'tag-hue.module.css'), 'utf8');
  const first = (text: string, name: string): number | undefined => {
    const found = new RegExp(`--${name}: (\\d+)`).exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const [usual = '', ...colours] = css.split('.hue[').map((block) => block.split('}')[0] ?? '');
  return colours.map((block) => ({
    hue: first(block, 'hue') ?? first(usual, 'hue') ?? Number.NaN,
    strength: first(block, 'strength') ?? first(usual, 'strength') ?? Number.NaN,
  }));
}

describe.each(Object.entries(THEMES))('in the %s theme', (_, tokens) => {
  const between = (ink: string, ground: string): number => contrast(tokens[ink] ?? '', tokens[ground] ?? '');

  test.each(TEXTS)('V12: %s is readable on %s (1.4.3)', (ink, ground) => {
    expect(between(ink, ground)).toBeGreaterThanOrEqual(READABLE);
  });

  test.each(SIGNS)('V12: %s is seen on %s (1.4.11)', (sign, ground) => {
    expect(between(sign, ground)).toBeGreaterThanOrEqual(VISIBLE);
  });
});

test.each(tagHues())('V12: a tag of hue $hue is readable in both themes (1.4.3)', ({ hue, strength }) => {
  // As `tag-chips.module.css` mixes them.
  expect(contrast(hsl(hue, strength, 91), hsl(hue, strength, 22))).toBeGreaterThanOrEqual(READABLE);
  expect(contrast(hsl(hue, strength * 0.7, 20), hsl(hue, strength * 1.1, 82))).toBeGreaterThanOrEqual(READABLE);
});
