import { fileURLToPath } from 'node:url';
import { type BuildOptions, createBuilder } from 'vite';
import { expect, test } from 'vitest';
import { BUDGETS, type BuiltFiles, startSize } from '../budgets.ts';

/** The bundle as the widget's build makes it, without a file being written. */
async function built(which: keyof typeof BUDGETS): Promise<BuiltFiles> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const build: BuildOptions = { write: false };
  const builder = await createBuilder({ root, configFile: `${root}vite.config.ts`, build, logLevel: 'error' });
  const environment = builder.environments[which];
  if (!environment) throw new Error(`nothing is called ${which}`);
  const result = await builder.build(environment);
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('vite did not build');
  return Object.fromEntries(output.output.map((file) => [file.fileName, file]));
}

test('speed: the loader is one script within its budget and brings no schema library along', async () => {
  const files = await built('loader');
  expect(Object.keys(files)).toEqual(['loader.js']);
  expect(startSize(files)).toBeLessThanOrEqual(BUDGETS.loader);
  const { code } = files['loader.js'] as { code: string };
  expect(code).not.toMatch(/ZodError|eval\(|new Function/);
});

test('speed: the box opens in English within its budget and brings no schema library along', async () => {
  const files = await built('box');
  expect(startSize(files)).toBeLessThanOrEqual(BUDGETS.box);
  expect(Object.values(files).some((file) => file.type === 'chunk' && file.code.includes('ZodError'))).toBe(false);
});

test('speed: the rules are one module within their budget and bring no schema library along', async () => {
  const files = await built('rules');
  expect(Object.keys(files)).toEqual(['rules.js']);
  expect(startSize(files)).toBeLessThanOrEqual(BUDGETS.rules);
  const { code } = files['rules.js'] as { code: string };
  expect(code).not.toMatch(/ZodError|eval\(|new Function/);
});

test('speed: what an entry imports is weighed with it, what it fetches later is not', () => {
  const chunk = (imports: string[], isEntry = false) => ({
    type: 'chunk' as const,
    code: 'x'.repeat(50),
    imports,
    isEntry,
  });
  const files = {
    'box.js': chunk(['a.js'], true),
    'a.js': chunk(['b.js']),
    'b.js': chunk(['a.js']),
    'cs.js': chunk([]),
  };
  expect(startSize(files)).toBe(3 * startSize({ 'box.js': chunk([], true) }));
});
