import { channels, contrast, inkOn, READABLE } from '@vetrina/domain/contrast';

/** What is drawn in and on an account's colour, so that it can be read whatever colour that is (WCAG 2.2: 4.5 to 1). */
export interface Palette {
  readonly accent: string;
  /** Text on the accent. */
  readonly onAccent: string;
  /** The accent as text, or as a line, on the panel's own surface. */
  readonly accentText: string;
  /** A line around what is filled with the accent where that can hardly be told from the surface. */
  readonly edge: string;
}

const TOLD_APART = 1.5;
/** Where the accent is moved to until it can be read. */
const ENDS = { light: '#111820', dark: '#ffffff' } as const;
export const SURFACES = { light: '#ffffff', dark: '#1b2026' } as const;

/** `#rgb` or `#rrggbb`, any case; null for anything else. */
export function hexColour(value: unknown): string | null {
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(value).trim());
  const digits = match?.[1]?.toLowerCase();
  if (!digits) return null;
  return digits.length === 6 ? `#${digits}` : `#${[...digits].map((digit) => digit + digit).join('')}`;
}

export function paletteOf(colour: string, scheme: keyof typeof SURFACES): Palette {
  const surface = SURFACES[scheme];
  const accentText = readableOn(surface, colour, ENDS[scheme]);
  return {
    accent: colour,
    onAccent: inkOn(colour),
    accentText,
    edge: contrast(colour, surface) < TOLD_APART ? accentText : 'transparent',
  };
}

/** `colour`, moved towards `end` until it can be read on `surface`. */
function readableOn(surface: string, colour: string, end: string): string {
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = mix(colour, end, share);
    if (contrast(mixed, surface) >= READABLE) return mixed;
  }
  return end;
}

function mix(one: string, other: string, share: number): string {
  const ends = channels(other);
  const mixed = channels(one).map((from, at) => Math.round(from + ((ends[at] ?? from) - from) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
