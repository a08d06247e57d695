/** `npm start`: the server as in production, data in `DATA_DIR`. */
import { build } from './lib/build.mjs';
import { ended, finish } from './lib/processes.mjs';
import { startServer } from './lib/server.mjs';
import { prepare, ROOT } from './prepare.mjs';

await prepare();
try {
  await build(ROOT);
  const { child } = await startServer(ROOT, { NODE_ENV: 'production' });
  await finish(await ended(child));
} catch (error) {
  console.error(error.message);
  await finish(1);
}
