/**
 * `npm run bench:delivery [-- --quick] [-- --early-ack] [-- --postgres]`: talks while the server is killed, and counts what is
 * lost, doubled, reordered or left waiting. Ends with 1 if anything was (or, acknowledging early, if nothing was).
 */
import { join } from 'node:path';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

/** Longer than any `--minutes` that makes sense. */
const TIMEOUT = 60 * 60_000;

await prepare();
const bench = join(ROOT, 'bench/delivery/delivery-bench.ts');
const command = [process.execPath, bench, ...process.argv.slice(2)];
await finish(await run(command, { cwd: ROOT, timeoutMs: TIMEOUT, mayFail: true }).catch(() => 1));
