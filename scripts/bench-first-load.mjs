/**
 * `npm run bench:first-load [-- --quick]`: loads the dashboard and the demo shop on a slow network and a slow processor, prints the
 * table and puts it in its place in `docs/performance.md`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

const TIMEOUT = 30 * 60_000;
const REPORT = join(ROOT, 'docs/performance.md');
/** From its heading to the next one, or to the end. */
const SECTION = /^## First load\n[\s\S]*?(?=^## |(?![\s\S]))/m;

await prepare();
await build(ROOT);
const folder = mkdtempSync(join(tmpdir(), 'vetrina-bench-'));
const out = join(folder, 'first-load.md');
const command = [process.execPath, join(ROOT, 'bench/first-load/first-load-bench.ts'), `--out=${out}`];
const code = await run([...command, ...process.argv.slice(2)], { cwd: ROOT, timeoutMs: TIMEOUT, mayFail: true }).catch(
  () => 1,
);
if (code === 0 && existsSync(out)) {
  const table = readFileSync(out, 'utf8');
  const report = readFileSync(REPORT, 'utf8');
  writeFileSync(REPORT, SECTION.test(report) ? report.replace(SECTION, () => table) : `${report}\n${table}`);
}
rmSync(folder, { recursive: true, force: true });
await finish(code);
