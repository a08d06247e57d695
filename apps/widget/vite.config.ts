import { defineConfig, type Plugin } from 'vite';
import { BOX_BUDGET, LOADER_BUDGET, startSize } from './budgets.ts';
import { inlineTables, OWN_NAMES } from './shrink.ts';

/** Says what a bundle weighs, and refuses to build one that is over its budget. */
function budgets(): Plugin {
  return {
    name: 'budgets',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const budget = this.environment.name === 'loader' ? LOADER_BUDGET : BOX_BUDGET;
        const bytes = startSize(bundle);
        const line = `${this.environment.name}: ${bytes} of ${budget} bytes gzip`;
        if (bytes > budget) this.error(line);
        this.info(line);
      },
    },
  };
}

/**
 * Two builds into one folder: `loader.js`, a classic script in one file, and `box.js`, an ES module that the loader
 * imports when somebody chats. Both are named for good, the first because customers' pages name it; the box's further
 * chunks carry a hash.
 */
export default defineConfig({
  plugins: [inlineTables(), budgets()],
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
            minify: { mangleProps: { include: new RegExp(`^(${OWN_NAMES.join('|')})$`) } },
          },
        },
      },
    },
    box: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        rolldownOptions: {
          input: { box: 'src/link/box-entry.ts' },
          preserveEntrySignatures: 'strict',
          output: {
            entryFileNames: '[name].js',
            chunkFileNames: 'box/[name]-[hash].js',
            assetFileNames: 'box/[name]-[hash][extname]',
          },
        },
      },
    },
  },
  builder: {
    async buildApp({ build, environments: { loader, box } }) {
      if (loader) await build(loader);
      if (box) await build(box);
    },
  },
});
