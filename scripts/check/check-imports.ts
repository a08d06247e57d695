import { IMPORT_RULES, type ImportRule } from './import-rules.ts';
import type { Import } from './imports.ts';
import type { Finding } from './source-file.ts';

/** An import with the line it stands on. */
export interface PlacedImport extends Import {
  readonly line: number;
}

/** `$1` in `toNot` stands for what the first group of `from` matched. */
function breaks(rule: ImportRule, { from, to }: Import): boolean {
  const match = rule.from.exec(from);
  if (!match || rule.fromNot?.test(from) || !rule.to.test(to)) return false;
  if (!rule.toNot) return true;
  return !new RegExp(rule.toNot.source.replaceAll('$1', match[1] ?? '')).test(to);
}

export function checkImports(imports: readonly PlacedImport[]): Finding[] {
  return imports.flatMap((one) =>
    IMPORT_RULES.filter((rule) => breaks(rule, one)).map((rule) => ({
      path: one.from,
      line: one.line,
      message: `imports ${one.to} (${rule.name}): ${rule.because}`,
    })),
  );
}

/** Circles among our own files, type imports included: files that need each other are one file or a missing third. */
export function checkCycles(imports: readonly PlacedImport[]): Finding[] {
  const targets = new Map<string, PlacedImport[]>();
  for (const one of imports) targets.set(one.from, [...(targets.get(one.from) ?? []), one]);
  const finished = new Set<string>();
  const findings: Finding[] = [];

  function visit(path: string, trail: readonly string[]): void {
    for (const one of targets.get(path) ?? []) {
      const start = trail.indexOf(one.to);
      if (start >= 0) {
        const circle = [...trail.slice(start), one.to].join(' → ');
        findings.push({ path, line: one.line, message: `circle: ${circle}. What both need belongs in a third file` });
      } else if (!finished.has(one.to)) visit(one.to, [...trail, one.to]);
    }
    finished.add(path);
  }

  for (const path of targets.keys()) if (!finished.has(path)) visit(path, [path]);
  return findings;
}
