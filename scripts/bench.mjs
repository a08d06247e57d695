/**
 * `npm run bench [-- <names>] [--quick] [--minutes=10]`: measures, prints the tables and puts them in their place in
 * `docs/performance.md`; of a failed bench the old table stays. Names: list, server, messages, automation, browser, first-load,
 * statistics, phone; without any, all of them. `--quick` is a first look, and writes nothing.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { withMeasured } from './lib/performance-page.mjs';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

const TIMEOUT = 30 * 60_000;
const PAGE = join(ROOT, 'docs/performance.md');
const BENCHES = new Map([
  ['list', 'bench/list/list-bench.ts'],
  ['server', 'bench/server/server-bench.ts'],
  ['messages', 'bench/messages/message-bench.ts'],
  ['automation', 'bench/automation/automation-bench.ts'],
  ['browser', 'bench/browser/browser-bench.ts'],
  ['first-load', 'bench/first-load/first-load-bench.ts'],
  ['statistics', 'bench/statistics/statistics-bench.ts'],
  ['phone', 'bench/phone/phone-bench.ts'],
]);

const INTRODUCTION = `# Performance

Written by \`npm run bench\`, a section of it by \`npm run bench -- <name>\`. Each row says what was measured, the target it has
to reach, and, where there is one, the plain way of doing the same, measured in the same run on the same machine; the ratio says
how many times the plain way's figure is ours. Read ratios rather than absolutes. "MISSED" stays in this file until it is
reached; "void" says why a figure means nothing this time.
`;

/** The machine and what else it was doing, as far as that explains the figures. */
function machine() {
  const all = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const what = `${all.length} × ${all[0]?.model.trim() || process.arch}, ${process.platform}, Node ${process.version}`;
  return `Measured on ${day}: ${what}. Load of the machine when it began: ${loadavg()[0].toFixed(1)}.\n`;
}

const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith('--'));
const names = words.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !BENCHES.has(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${[...BENCHES.keys()].join(', ')}.`);
  await finish(1);
}

await prepare();
await build(ROOT);
const folder = mkdtempSync(join(tmpdir(), 'vetrina-bench-'));
const measured = new Map();
const failed = [];
for (const name of names.length > 0 ? names : BENCHES.keys()) {
  const out = join(folder, `${name}.md`);
  const busyness = machine();
  const command = [process.execPath, '--expose-gc', join(ROOT, BENCHES.get(name)), `--out=${out}`, ...flags];
  const code = await run(command, { cwd: ROOT, timeoutMs: TIMEOUT, mayFail: true }).catch(() => 1);
  if (code === 0 && existsSync(out)) measured.set(name, `${readFileSync(out, 'utf8')}\n${busyness}`);
  else failed.push(name);
}
rmSync(folder, { recursive: true, force: true });
if (!flags.includes('--quick')) {
  const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  writeFileSync(PAGE, withMeasured(before, INTRODUCTION, [...BENCHES.keys()], measured));
}
if (failed.length > 0) console.error(`Not measured: ${failed.join(', ')}.`);
await finish(failed.length > 0 ? 1 : 0);
