/** `npm run bench [-- --quick]`: measures, prints the tables and writes them to `docs/performance.md`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

const MINUTE = 60_000;
const BENCHES = ['bench/list/list-bench.ts', 'bench/server/server-bench.ts'];

await prepare();
await build(ROOT);
let failed = 0;
for (const bench of BENCHES) {
  if (!existsSync(join(ROOT, bench))) continue;
  const command = [process.execPath, '--expose-gc', join(ROOT, bench), ...process.argv.slice(2)];
  failed += Math.sign(await run(command, { cwd: ROOT, timeoutMs: 12 * MINUTE, mayFail: true }));
}
process.exit(failed);
