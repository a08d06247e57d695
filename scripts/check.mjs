/** `npm run check`: lint and format, types of every project, and the repository's own rules. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { finish, run } from './lib/processes.mjs';
import { prepare, ROOT } from './prepare.mjs';

const MINUTE = 60_000;
const PROJECTS = [
  'packages/protocol',
  'packages/domain',
  'packages/live-list',
  'packages/socket',
  'packages/testkit',
  'apps/server',
  'apps/widget',
  'apps/dashboard',
  'apps/dashboard/service-worker',
  'apps/demo-shop',
  'bench',
  'e2e',
  'scripts',
];

const bin = (path) => [process.execPath, join(ROOT, 'node_modules', path)];

const STEPS = [
  [
    'lint and format',
    [...bin('@biomejs/biome/bin/biome'), 'ci', '--no-errors-on-unmatched', '--max-diagnostics=200', '.'],
  ],
  ['rules of this repository', [process.execPath, join(ROOT, 'scripts/check/main.ts')]],
  ...PROJECTS.filter((project) => existsSync(join(ROOT, project, 'tsconfig.json'))).map((project) => [
    `types of ${project}`,
    [...bin('typescript/bin/tsc'), '-p', project],
  ]),
];

await prepare();
const failed = [];
for (const [name, command] of STEPS) {
  const code = await run(command, { cwd: ROOT, timeoutMs: 2 * MINUTE, mayFail: true }).catch(() => 1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
await finish(failed.length > 0 ? 1 : 0);
