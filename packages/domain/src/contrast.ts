const WHITE = '#ffffff';
const BLACK = '#000000';

/** WCAG 2.2, 1.4.3: text can be read from this contrast on. */
export const READABLE = 4.5;

/** How well two colours `#rrggbb` are told apart, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** What is written on a colour `#rrggbb`: white where that can be read, else black, which then always can. */
export function inkOn(colour: string): string {
  return contrast(colour, WHITE) >= READABLE ? WHITE : BLACK;
}

/** Red, green and blue of `#rrggbb`, 0 to 255 each. */
export function channels(colour: string): readonly [number, number, number] {
  const number = Number.parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** Relative luminance of sRGB, as WCAG defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
