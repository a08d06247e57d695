import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { LOADER_BUDGET, travelSize } from '../../loader-budget.ts';

test('speed: the loader is one script within its budget and brings no schema library along', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const built = await build({ root, configFile: `${root}vite.config.ts`, build: { write: false }, logLevel: 'error' });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('vite did not build');
  expect(output.output).toHaveLength(1);
  const { code } = output.output[0];
  expect(travelSize(code)).toBeLessThanOrEqual(LOADER_BUDGET);
  expect(code).not.toMatch(/ZodError|import\s*\(|eval\(|new Function/);
});
