/** Between sections, so that one can be measured anew without the others. Shown nowhere. */
const markOf = (bench) => `<!-- measured by: ${bench} -->`;
const MARK = /^<!-- measured by: (\S+) -->\n/m;

/**
 * `docs/performance.md` with the sections of some benches replaced or added; the others stay as they are.
 *
 * @param {string} page as it is; empty for none
 * @param {string} introduction what stands above all sections
 * @param {readonly string[]} order names of all benches, as they follow each other on the page; sections of others are dropped
 * @param {ReadonlyMap<string, string>} measured Markdown by the name of its bench
 */
export function withMeasured(page, introduction, order, measured) {
  // Split keeps what the group caught: above all, then name and section in turn.
  const [, ...parts] = page.split(MARK);
  const sections = new Map(measured);
  for (let at = 0; at < parts.length; at += 2) {
    if (!sections.has(parts[at])) sections.set(parts[at], parts[at + 1]);
  }
  const told = order.filter((bench) => sections.has(bench));
  return [introduction, ...told.map((bench) => `${markOf(bench)}\n${sections.get(bench).trim()}\n`)].join('\n');
}
