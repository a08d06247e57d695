/**
 * `npm run screenshots [-- --screens <pattern>] [-- --sizes desk,phone,320x640] [-- --schemes light,dark] [-- --languages en,it]
 * [-- --out <folder>]`: pictures of every screen from a demo of its own, with contact sheets, into `.screenshots/`. Ends with 1
 * and a list if a page reported an error, is wider than the window, cuts words off or does not come to rest.
 */
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { prepareMachine } from './lib/machine.mjs';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

/** Every screen in every language there is, on a slow machine. */
const TIMEOUT = 60 * 60_000;

await prepare();
await build(ROOT);
const { chromium } = await prepareMachine(ROOT);
const command = [process.execPath, join(ROOT, 'e2e/screens/shoot.ts'), ...process.argv.slice(2)];
const env = { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }) };
await finish(await run(command, { cwd: ROOT, env, timeoutMs: TIMEOUT, mayFail: true }).catch(() => 1));
