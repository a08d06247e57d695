import { defineConfig, type Plugin } from 'vite';
// biome-ignore lint/correctness/useImportExtensions: it takes the types beside the script for the script.
import { precompressed } from '../../scripts/lib/precompress.mjs';
import { BUDGETS, startSize } from './budgets.ts';
import { inlineTables, OWN_NAMES } from './shrink.ts';

/** Says what a bundle weighs, and refuses to build one that is over its budget. */
function budgets(): Plugin {
  return {
    name: 'budgets',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const budget = BUDGETS[this.environment.name as keyof typeof BUDGETS];
        const bytes = startSize(bundle);
        const line = `${this.environment.name}: ${bytes} of ${budget} bytes gzip`;
        if (bytes > budget) this.error(line);
        this.info(line);
      },
    },
  };
}

/** An ES module that the loader imports when it is needed. Built by itself: a part shared with another would be one more request. */
const fetchedLater = (input: Record<string, string>) => ({
  consumer: 'client' as const,
  build: {
    emptyOutDir: false,
    rolldownOptions: {
      input,
      preserveEntrySignatures: 'strict' as const,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'box/[name]-[hash].js',
        assetFileNames: 'box/[name]-[hash][extname]',
      },
    },
  },
});

/**
 * Three builds into one folder: `loader.js`, a classic script in one file; `box.js`, fetched when somebody chats; `rules.js`,
 * fetched where automatic messages may have their moment (A2). All are named for good, the first because customers' pages
 * name it; the box's further chunks carry a hash.
 */
export default defineConfig({
  plugins: [inlineTables(), budgets(), precompressed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2021',
    outDir: 'dist',
    reportCompressedSize: false,
    // The helper for it would be a second script loader inside the first.
    modulePreload: false,
  },
  environments: {
    loader: {
      consumer: 'client',
      build: {
        emptyOutDir: true,
        lib: { entry: 'src/loader/start.ts', formats: ['iife'], name: 'vetrinaLoader', fileName: () => 'loader.js' },
        rolldownOptions: {
          output: {
            // Constants that are used once are then written where they are used.
            topLevelVar: false,
            minify: {
              compress: { treeshake: { propertyReadSideEffects: false } },
              mangleProps: { include: new RegExp(`^(${OWN_NAMES.join('|')})$`) },
            },
          },
        },
      },
    },
    box: fetchedLater({ box: 'src/link/box-entry.ts' }),
    rules: fetchedLater({ rules: 'src/link/rules-entry.ts' }),
  },
  builder: {
    async buildApp({ build, environments: { loader, box, rules } }) {
      if (loader) await build(loader);
      if (box) await build(box);
      if (rules) await build(rules);
    },
  },
});
