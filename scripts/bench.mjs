/** `npm run bench [-- --quick]`: measures, prints the tables and writes them to `docs/performance.md`. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

const MINUTE = 60_000;
const BENCHES = ['bench/list/list-bench.ts', 'bench/server/server-bench.ts'];

const INTRODUCTION = `# Performance

Written by \`npm run bench\`; targets and the reasons for them stand in the benches. Read ratios rather than absolutes:
what stands beside each figure was measured in the same run on the same machine.
`;

/** The machine, as far as it explains the figures. */
function machine() {
  const all = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${all.length} × ${all[0]?.model.trim() || process.arch}, ${process.platform}, Node ${process.version}.\n`;
}

await prepare();
await build(ROOT);
const folder = mkdtempSync(join(tmpdir(), 'vetrina-bench-'));
const parts = [INTRODUCTION, machine()];
let failed = 0;
for (const [index, bench] of BENCHES.entries()) {
  const out = join(folder, `${index}.md`);
  const command = [process.execPath, '--expose-gc', join(ROOT, bench), `--out=${out}`, ...process.argv.slice(2)];
  const code = await run(command, { cwd: ROOT, timeoutMs: 12 * MINUTE, mayFail: true }).catch(() => 1);
  if (code !== 0) failed += 1;
  if (existsSync(out)) parts.push(readFileSync(out, 'utf8'));
}
rmSync(folder, { recursive: true, force: true });
// Half a report would replace a whole one.
if (failed === 0) writeFileSync(join(ROOT, 'docs/performance.md'), parts.join('\n'));
await finish(failed > 0 ? 1 : 0);
