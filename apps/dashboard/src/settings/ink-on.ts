const WHITE = '#ffffff';
const INK = '#111820';

/** What is written on a colour `#rrggbb`: white where it can be read (WCAG 2.2, 4.5 to 1) or reads better than dark ink. */
export function inkOn(color: string): string {
  const onWhite = contrast(color, WHITE);
  return onWhite >= 4.5 || onWhite > contrast(color, INK) ? WHITE : INK;
}

export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB, as WCAG defines it. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
