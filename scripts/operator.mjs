/** `npm run operator -- …`: what the operator of a server does to its accounts. Without words it says what there is. */
import { join } from 'node:path';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

await prepare();
const command = [process.execPath, join(ROOT, 'apps/server/src/operator/main.ts'), ...process.argv.slice(2)];
await finish(await run(command, { cwd: ROOT, mayFail: true }));
