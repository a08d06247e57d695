/** `npm run demo`: a whole Vetrina with three accounts, a shop and people in it, on this machine only. */
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { startCrowd } from './lib/demo-crowd.mjs';
import { ended, finish } from './lib/processes.mjs';
import { startServer } from './lib/server.mjs';
import { prepare, ROOT } from './prepare.mjs';

const MAX_CROWD = 20_000;

function crowdSize(value) {
  const size = Number(value ?? 60);
  if (Number.isInteger(size) && size >= 0 && size <= MAX_CROWD) return size;
  throw new Error(`CROWD must be a whole number from 0 to ${MAX_CROWD}, not "${value}".`);
}

async function demo() {
  const size = crowdSize(process.env.CROWD);
  await build(ROOT);
  const { child, url } = await startServer(ROOT, {
    DEMO: '1',
    DEMO_PAST: '1',
    HOST: process.env.HOST ?? '127.0.0.1',
    DATABASE_URL: '',
    DATA_DIR: process.env.DATA_DIR ?? join(ROOT, '.data', 'demo'),
    // The crowd says through X-Forwarded-For where its people are; it connects from this machine.
    TRUST_PROXY: process.env.TRUST_PROXY ?? '127.0.0.0/8,::1/128',
  });
  if (size > 0) await startCrowd(ROOT, url, size);
  await finish(await ended(child));
}

await prepare();
await demo().catch((error) => {
  console.error(error.message);
  return finish(1);
});
