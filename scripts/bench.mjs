/** `npm run bench [-- --quick]`: measures, prints the tables and writes them to `docs/performance.md`. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

const MINUTE = 60_000;
const BENCHES = [
  'bench/list/list-bench.ts',
  'bench/server/server-bench.ts',
  'bench/messages/message-bench.ts',
  'bench/automation/automation-bench.ts',
  'bench/browser/browser-bench.ts',
  'bench/first-load/first-load-bench.ts',
];

const INTRODUCTION = `# Performance

Written by \`npm run bench\`. Each row says what was measured, the target it has to reach, and, where there is one, the plain
way of doing the same, measured in the same run on the same machine; the ratio says how many times the plain way's figure is
ours. Read ratios rather than absolutes. "MISSED" stays in this file until it is reached; "void" says why a figure means
nothing this time.
`;

/** The machine and what else it was doing, as far as that explains the figures. */
function machine() {
  const all = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const what = `${all.length} × ${all[0]?.model.trim() || process.arch}, ${process.platform}, Node ${process.version}`;
  const [, load] = loadavg();
  return `Measured on ${day}: ${what}. Load of the machine over the five minutes before: ${load.toFixed(1)}.\n`;
}

// Before our own work adds to it.
const busyness = machine();
await prepare();
await build(ROOT);
const folder = mkdtempSync(join(tmpdir(), 'vetrina-bench-'));
const parts = [INTRODUCTION, busyness];
let failed = 0;
for (const [index, bench] of BENCHES.entries()) {
  const out = join(folder, `${index}.md`);
  const command = [process.execPath, '--expose-gc', join(ROOT, bench), `--out=${out}`, ...process.argv.slice(2)];
  const code = await run(command, { cwd: ROOT, timeoutMs: 15 * MINUTE, mayFail: true }).catch(() => 1);
  if (code !== 0) failed += 1;
  if (existsSync(out)) parts.push(readFileSync(out, 'utf8'));
}
rmSync(folder, { recursive: true, force: true });
// Half a report would replace a whole one.
if (failed === 0) writeFileSync(join(ROOT, 'docs/performance.md'), parts.join('\n'));
await finish(failed > 0 ? 1 : 0);
