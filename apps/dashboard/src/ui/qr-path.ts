import { encode } from 'uqr';

/** Light modules around the dark ones, by which a camera finds the code (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** A QR code as one SVG path over a square of `size` modules, the quiet zone included. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data
    .flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('');
  return { size, path };
}

/** Dark modules side by side: where they begin and how many there are. Drawn one by one, hairlines would show between them. */
function runsOf(row: readonly boolean[]): [at: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (isDark && last && last[0] + last[1] === x) last[1]++;
    else if (isDark) runs.push([x, 1]);
  });
  return runs;
}
