import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = new URL('../..', import.meta.url).pathname;
const script = (name: string): Promise<unknown> => import(join(ROOT, 'scripts/lib', name));

/** The simulated people of `npm run demo`, let in by the demo's own script. Answers how they leave. */
export async function crowdComes(url: string, size: number): Promise<() => Promise<void>> {
  const { startCrowd } = (await script('demo-crowd.mjs')) as {
    startCrowd(root: string, url: string, size: number): Promise<ChildProcess>;
  };
  const { stop } = (await script('processes.mjs')) as { stop(child: ChildProcess): Promise<void> };
  const crowd = await startCrowd(ROOT, url, size);
  return () => stop(crowd);
}
