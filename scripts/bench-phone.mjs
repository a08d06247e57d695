/** `npm run bench:phone [-- --minutes=10] [-- --quick]`: what watching the list costs a phone, in bytes. */
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

/** Longer than any `--minutes` that makes sense. */
const TIMEOUT = 60 * 60_000;

await prepare();
await build(ROOT);
const command = [process.execPath, join(ROOT, 'bench/phone/phone-bench.ts'), ...process.argv.slice(2)];
await finish(await run(command, { cwd: ROOT, timeoutMs: TIMEOUT, mayFail: true }).catch(() => 1));
