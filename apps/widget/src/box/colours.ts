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

type Rgb = readonly [number, number, number];

const READABLE = 4.5;
const TOLD_APART = 1.5;
const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [17, 24, 32];
const BLACK: Rgb = [0, 0, 0];
export const SURFACES = { light: '#ffffff', dark: '#1b2026' } as const;

/** `#rgb` or `#rrggbb`, any case; null for anything else. */
export function hexColour(value: unknown): string | null {
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(value).trim());
  const digits = match?.[1]?.toLowerCase();
  if (!digits) return null;
  return digits.length === 6 ? `#${digits}` : `#${[...digits].map((digit) => digit + digit).join('')}`;
}

export function paletteOf(colour: string, scheme: keyof typeof SURFACES): Palette {
  const accent = toRgb(colour);
  const onAccent =
    contrast(accent, WHITE) >= READABLE || contrast(accent, WHITE) > contrast(accent, BLACK) ? WHITE : BLACK;
  const surface = toRgb(SURFACES[scheme]);
  const accentText = toHex(readableOn(surface, accent, scheme === 'light' ? INK : WHITE));
  return {
    accent: colour,
    onAccent: toHex(onAccent),
    accentText,
    edge: contrast(accent, surface) < TOLD_APART ? accentText : 'transparent',
  };
}

export function contrastOf(one: string, other: string): number {
  return contrast(toRgb(one), toRgb(other));
}

/** `colour`, moved towards `end` until it can be read on `surface`. */
function readableOn(surface: Rgb, colour: Rgb, end: Rgb): Rgb {
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = mix(colour, end, share);
    if (contrast(mixed, surface) >= READABLE) return mixed;
  }
  return end;
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number => Math.round(one[index] + (other[index] - one[index]) * share);
  return [part(0), part(1), part(2)];
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB, as WCAG defines it. */
function luminance(rgb: Rgb): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

function toRgb(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
